namespace ToolGen.Specification.Findings;

/// <summary>The kind <c>http</c>: what only shows when request, answer and result are put together (SPEC §5).</summary>
public static partial class FindingCatalog
{
    public static readonly FindingDescriptor PathClimbs = Http(
        "TG2290",
        "Path that climbs",
        "the address has the segment '{0}'",
        "Write the path that is meant, without `.` and `..`.",
        "Readers of an address take such segments, also as %2e, for a step to the same or the upper folder: what is asked for would not be what the spec shows.",
        "{ \"url\": \"https://api.example/v1/items/{id}/../all\" }",
        "{ \"url\": \"https://api.example/v1/items/all\" }");

    public static readonly FindingDescriptor HttpValueShape = Http(
        "TG2291",
        "Value that has no text",
        "{0} is {1}, which cannot stand in {2}",
        "Name a part of it, or make a text of it in `let`, such as `string.Join(\",\", input.Tags)`.",
        "An address, a header and a text with holes take texts, numbers, booleans and dates. A query parameter or form field that is one hole alone also takes a list: its name is repeated.",
        "\"url\": \"https://api.example/v1/items/{tags}\"",
        "\"let\": { \"all\": \"string.Join(\\\",\\\", input.Tags)\" }, \"url\": \"https://api.example/v1/items/{all}\"");

    public static readonly FindingDescriptor BodyWithoutPlace = Http(
        "TG2292",
        "Body of a request that has none",
        "{0} sends no body",
        "Move what is sent to `query`, or write `\"method\": \"POST\"`.",
        "Services and everything between pass over the body of such a request, or refuse it.",
        "{ \"method\": \"GET\", \"body\": { \"id\": \"{id}\" } }",
        "{ \"method\": \"GET\", \"query\": { \"id\": \"{id}\" } }");

    public static readonly FindingDescriptor HeaderForbidden = Http(
        "TG2293",
        "Header that is not the tool's",
        "the header '{0}' is set by the host",
        "Leave it out. The type of a body is `Content-Type`, who calls is `auth`.",
        "Length, connection, encoding and host of a request follow from the request itself. A tool that writes them could make two requests of one.",
        "{ \"headers\": { \"Content-Length\": \"10\" } }",
        "{ \"headers\": { \"Accept\": \"application/json\" } }");

    public static readonly FindingDescriptor SecretLiteral = Http(
        "TG2294",
        "Secret in plain sight",
        "'{0}' holds what looks like a secret",
        "Use `auth`: {\"bearer\": \"secret_name\"}, {\"header\": \"{0}\", \"secret\": \"secret_name\"} or {\"query\": \"{0}\", \"secret\": \"secret_name\"}. A value that is no secret can be a `{settings.name}`.",
        "A key in a spec is a key in every prompt, log and repository. The host grants secrets by name and adds them itself.",
#pragma warning disable TG3103 // the example of the page, and no secret
        "{ \"query\": { \"api_key\": \"9f86d081884c7d65\" } }",
#pragma warning restore TG3103
        "{ \"auth\": { \"query\": \"api_key\", \"secret\": \"rates_key\" } }");

    public static readonly FindingDescriptor ResponseUnused = new(
        "TG2295",
        "Part of the answer that nothing uses",
        FindingSeverity.Warning,
        "nothing uses `{0}` of the response",
        "Leave it out of `response`, or use it in `result`.",
        "An answer without a member that `response` names is an error. What isn't used needn't be there; members that `response` doesn't name are passed over.",
        "\"response\": { \"id\": \"integer\", \"debug\": \"string\" }, \"result\": { \"id\": \"response.Id\" }",
        "\"response\": { \"id\": \"integer\" }, \"result\": { \"id\": \"response.Id\" }");

    public static readonly FindingDescriptor PagingWithoutItems = Http(
        "TG2296",
        "Pages without a list",
        "`paging` does not say where the list of one page is",
        "Write C#, such as `\"items\": \"response.{0}\"`.",
        "The elements of all pages become `items`. Only where the whole answer is a list is it known without saying.",
        "\"paging\": { \"page\": \"page\" }",
        "\"paging\": { \"page\": \"page\", \"items\": \"response.Items\" }");

    public static readonly FindingDescriptor PagingParameterTwice = Http(
        "TG2297",
        "Parameter given twice",
        "`query` and `{1}` both give the parameter '{0}'",
        "Leave it out of `query`.",
        "Services take the first, the last or both: what is asked for would be a matter of chance.",
        "\"query\": { \"page\": 1 }, \"paging\": { \"page\": \"page\", \"items\": \"response.Items\" }",
        "\"paging\": { \"page\": \"page\", \"items\": \"response.Items\" }");

    public static readonly FindingDescriptor PagingCount = Http(
        "TG2298",
        "No count",
        "`{0}` is a whole number from 1 or one hole alone",
        "Write a number such as 100, or `\"{size}\"`.",
        "It is compared with what a page has. Text around a hole makes no number.",
        "\"paging\": { \"offset\": \"skip\", \"size\": \"{size} rows\", \"items\": \"response.Items\" }",
        "\"paging\": { \"offset\": \"skip\", \"size\": \"{size}\", \"items\": \"response.Items\" }");

    public static readonly FindingDescriptor HeaderText = Http(
        "TG2299",
        "Header that can't be sent",
        "the header '{0}' has a character that is no printable ASCII",
        "Write letters, digits and signs of ASCII on one line.",
        "A line break begins another header; what other characters mean, services don't agree on.",
        "{ \"headers\": { \"X-Note\": \"größer\" } }",
        "{ \"headers\": { \"X-Note\": \"larger\" } }");

    public static readonly FindingDescriptor PagesUnused = Http(
        "TG2300",
        "Pages that nothing uses",
        "further pages are fetched, but only the first is used",
        "Write `items` (all pages' elements) where the result takes the list.",
        "`response` is the first page. `items` are the elements of all pages.",
        "\"paging\": { \"page\": \"page\", \"items\": \"response.Items\" }, \"result\": { \"names\": \"response.Items.Select(i => i.Name)\" }",
        "\"paging\": { \"page\": \"page\", \"items\": \"response.Items\" }, \"result\": { \"names\": \"items.Select(i => i.Name)\" }");

    public static readonly FindingDescriptor ContentTypeWithoutBody = Http(
        "TG2301",
        "Type of no body",
        "`Content-Type` says what the body is, and there is none",
        "Leave it out; what the answer should be is `Accept`.",
        "A request without a body has nothing of that type.",
        "{ \"url\": \"https://api.example/v1\", \"headers\": { \"Content-Type\": \"application/json\" } }",
        "{ \"url\": \"https://api.example/v1\", \"headers\": { \"Accept\": \"application/json\" } }");

    public static readonly FindingDescriptor PartWithoutBytes = Http(
        "TG2302",
        "Part without bytes",
        "`bytes` is '{0}', which is no hole alone of bytes",
        "Name one input with `\"contentEncoding\": \"base64\"`, or a list of them, such as `\"{photo}\"`; a text is `{\"text\": …}`.",
        "A file is bytes. JSON carries them as base64, which is decoded on the way in and sent as it was; text around a hole, or another type, is no bytes.",
        "\"inputSchema\": { \"properties\": { \"photo\": { \"type\": \"string\" } } }, \"multipart\": { \"photo\": { \"bytes\": \"{photo}\" } }",
        "\"inputSchema\": { \"properties\": { \"photo\": { \"type\": \"string\", \"contentEncoding\": \"base64\" } } }, \"multipart\": { \"photo\": { \"bytes\": \"{photo}\" } }");

    public static readonly FindingDescriptor ContentTypeOfParts = Http(
        "TG2303",
        "Type of a body of parts",
        "`Content-Type` is given beside `multipart`",
        "Leave it out; the type of one part is its `contentType`.",
        "The type of such a body names the boundary between its parts, which is drawn anew for each request.",
        "{ \"headers\": { \"Content-Type\": \"multipart/form-data\" }, \"multipart\": { \"note\": \"{note}\" } }",
        "{ \"multipart\": { \"note\": { \"text\": \"{note}\", \"contentType\": \"text/markdown\" } } }");

    public static readonly FindingDescriptor SignedBytes = Http(
        "TG2304",
        "Bytes signed as text",
        "`{body}` is signed, and what is sent is no text",
        "Sign what the service asks for beside the body, such as a date; a body that is signed is JSON, a form or text.",
        "`over` is a text. Bytes that are no UTF-8 would be signed as others, and parts have a boundary that no two requests share.",
        "{ \"multipart\": { \"photo\": { \"bytes\": \"{photo}\" } }, \"auth\": { \"hmac\": { \"secret\": \"key\", \"algorithm\": \"sha256\", \"over\": \"{body}\", \"header\": \"X-Signature\" } } }",
        "{ \"multipart\": { \"photo\": { \"bytes\": \"{photo}\" } }, \"auth\": { \"hmac\": { \"secret\": \"key\", \"algorithm\": \"sha256\", \"over\": \"{date}\", \"header\": \"X-Signature\" } } }");

    private static FindingDescriptor Http(string id, string title, string message, string remedy, string explanation, string bad, string good) =>
        new(id, title, FindingSeverity.Error, message, remedy, explanation, bad, good);
}
