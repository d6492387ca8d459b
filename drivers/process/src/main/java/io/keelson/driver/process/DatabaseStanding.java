package io.keelson.driver.process;

/**
 * What the server has of an instance.
 *
 * @param mayLogIn whether the role may sign in
 * @param mayTooMuch whether the role has powers over the server
 * @param connectionLimit how many connections the role may have
 * @param accepting whether the database takes connections
 * @param owned whether the database belongs to the role
 */
record DatabaseStanding(
        boolean role,
        boolean mayLogIn,
        boolean mayTooMuch,
        int connectionLimit,
        boolean database,
        boolean accepting,
        boolean owned) {
    static final DatabaseStanding NOTHING = new DatabaseStanding(false, false, false, 0, false, false, false);
}
