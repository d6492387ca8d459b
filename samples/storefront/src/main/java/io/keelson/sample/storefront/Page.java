package io.keelson.sample.storefront;

import java.util.List;
import java.util.stream.Collectors;

/** The one HTML page. Everything that comes from outside is escaped. */
final class Page {
    private final Release release;
    private final String greeting;

    Page(Release release, String greeting) {
        this.release = release;
        this.greeting = greeting;
    }

    String render(List<Product> products, ProductForm form) {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>Storefront</title>
                <style>
                :root { color-scheme: light dark; --line: #8884; --accent: #0b6e6e }
                body { font: 16px/1.5 system-ui, sans-serif; max-width: 44rem; margin: 3rem auto; padding: 0 1rem }
                li { display: flex; gap: 1rem; padding: .6rem 0; border-bottom: 1px solid var(--line) }
                li span { flex: 1; overflow-wrap: anywhere } ul { list-style: none; padding: 0 }
                small, footer { opacity: .7 } small { display: block } [role=alert] { color: #c0392b }
                form { display: grid; gap: .6rem; margin: 1.5rem 0 } label { display: grid; gap: .2rem }
                input, button { font: inherit; padding: .5rem; border: 1px solid var(--line); border-radius: .4rem }
                button { background: var(--accent); color: #fff; cursor: pointer }
                </style>
                </head>
                <body>
                <main>
                <h1>%s</h1>
                %s
                <form method="post" action="/products">
                %s
                <label>Name <input name="name" value="%s" maxlength="120" required></label>
                %s
                <label>Price <input name="price" value="%s" inputmode="decimal" required></label>
                <button>Put on sale</button>
                </form>
                </main>
                <footer>Storefront %s</footer>
                </body>
                </html>
                """.formatted(
                        escape(greeting),
                        products.isEmpty() ? "<p>Nothing is on sale yet.</p>" : list(products),
                        form.problem().isEmpty() ? "" : "<p role=\"alert\">%s</p>".formatted(escape(form.problem())),
                        escape(form.name()),
                        release.descriptions() ? descriptionField(form) : "",
                        escape(form.price()),
                        escape(release.version()));
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String list(List<Product> products) {
        return products.stream().map(Page::item).collect(Collectors.joining("\n", "<ul>\n", "\n</ul>"));
    }

    private static String item(Product product) {
        String description =
                product.description().isEmpty() ? "" : "<small>%s</small>".formatted(escape(product.description()));
        return "<li><span>%s%s</span><b>%s</b></li>"
                .formatted(escape(product.name()), description, escape(product.price()));
    }

    private static String descriptionField(ProductForm form) {
        return "<label>Description <input name=\"description\" value=\"%s\" maxlength=\"500\"></label>"
                .formatted(escape(form.description()));
    }
}
