package io.keelson.job.schedule;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The connections of a node that dies at a chosen call to its database: the socket is cut, as by {@code kill -9}, and the
 * node does nothing ever after.
 */
final class MortalDataSource extends DelegatingDataSource {
    private final AtomicInteger callsToLive;
    private final boolean afterTheCall;

    /**
     * Makes connections of a mortal node.
     *
     * @param callsToLive how many statements and commits it still does
     * @param afterTheCall whether the last one still reaches the server, and only its answer is lost
     */
    MortalDataSource(DataSource target, int callsToLive, boolean afterTheCall) {
        super(target);
        this.callsToLive = new AtomicInteger(callsToLive);
        this.afterTheCall = afterTheCall;
    }

    /** The node is dead; an error, so that nothing on the way treats it as a failure of the database. */
    static final class Death extends Error {
        private static final long serialVersionUID = 1;
    }

    @Override
    public Connection getConnection() throws SQLException {
        requireAlive();
        Connection connection = super.getConnection();
        return proxy(Connection.class, (_, method, arguments) -> {
            boolean deadly = method.getName().equals("commit");
            Object result = call(connection, connection, method, arguments, deadly);
            return result instanceof Statement statement
                    ? mortal(connection, statement, method.getReturnType())
                    : result;
        });
    }

    private Object mortal(Connection connection, Statement statement, Class<?> type) {
        return proxy(
                type,
                (_, method, arguments) -> call(
                        connection,
                        statement,
                        method,
                        arguments,
                        method.getName().startsWith("execute")));
    }

    private Object call(Connection connection, Object target, Method method, Object[] arguments, boolean deadly)
            throws Throwable {
        if (callsToLive.get() <= 0 && method.getName().matches("rollback|setAutoCommit|setReadOnly")) {
            return null;
        }
        boolean dies = deadly && callsToLive.decrementAndGet() == 0;
        if (!dies) {
            requireAlive(method);
        } else if (!afterTheCall) {
            throw die(connection);
        }
        try {
            Object result = method.invoke(target, arguments);
            if (dies) {
                throw die(connection);
            }
            return result;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static Death die(Connection connection) throws SQLException {
        connection.abort(Runnable::run);
        return new Death();
    }

    private void requireAlive(Method method) {
        // What a pool does to a connection that comes back is not the node's doing.
        if (!method.getName().matches("close|isClosed|getAutoCommit|isReadOnly|hashCode|equals")) {
            requireAlive();
        }
    }

    private void requireAlive() {
        if (callsToLive.get() <= 0) {
            throw new Death();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
