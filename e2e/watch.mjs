// What holds on every page of every journey, whatever the journey looks for: no script fails, no part is missing, the
// content policy stops nothing of ours, nobody outside is asked, and no CPR number stands in an address or a log.

/** Ten digits with or without a hyphen, where the first four can be a day and a month. */
const CPR = /(?<!\d)(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}-?\d{4}(?!\d)/;

/** Begins to watch. `complain()` throws when something was seen. */
export function watch(context, server) {
  const seen = new Set();
  const path = (address) => new URL(address).pathname;

  context.on("request", (request) => {
    const address = request.url();
    if (/^https?:/.test(address) && !address.startsWith(`${server.url}/`)) seen.add(`somebody outside is asked: ${address}`);
    if (CPR.test(decodeURIComponent(address))) seen.add(`a CPR number stands in the address of a page under ${parent(path(address))}`);
  });
  context.on("response", (response) => {
    const status = response.status();
    // A page may be refused (403, 409, 422); what belongs to a page may not.
    const refused = status >= 400 && response.request().resourceType() !== "document";
    if (status >= 500 || (refused && !isOurs(response))) seen.add(`${status} for ${path(response.url())}`);
  });
  context.on("weberror", (fault) => seen.add(`a script failed: ${fault.error().message}`));
  context.on("console", (message) => {
    if (message.type() === "error" && /Content Security Policy/i.test(message.text())) seen.add(message.text());
  });

  return {
    complain() {
      if (CPR.test(server.log())) seen.add("a CPR number stands in the server's log");
      if (seen.size > 0) throw new Error([...seen].join("\n"));
    },
  };
}

/** Asked for by htmx on a person's behalf: a refusal there is an answer, as it is for a page. */
function isOurs(response) {
  return response.request().headers()["hx-request"] === "true";
}

function parent(path) {
  return path.replace(/[^/]*$/, "");
}
