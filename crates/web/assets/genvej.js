// The page for print asks the browser to print it. Without script, the page says how.
if (document.body.hasAttribute("data-print")) window.print();
