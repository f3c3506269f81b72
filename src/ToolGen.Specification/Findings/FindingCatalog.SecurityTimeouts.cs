namespace ToolGen.Specification.Findings;

/// <summary>Waits of a tool that nothing ends: TG3110–3119.</summary>
public static partial class FindingCatalog
{
    private const string WhyEnd = " A model, or what it read, chooses what a tool waits for: an address that never answers, a program that never ends. A call that the host cannot end holds its thread, its connection and its conversation.";

    public static readonly FindingDescriptor TokenNotPassed = new(
        "TG3110",
        "Cancellation that is not passed on",
        FindingSeverity.Warning,
        "`{0}` in the tool `{1}` goes on when its call was cancelled: it takes a CancellationToken and is not given `{2}`",
        "Pass `{2}`.",
        "A token ends only what it reaches. `default`, `CancellationToken.None` and the token of a source that is not linked to the call's own are the same as none; what must finish even after a cancellation stands in a `finally` or `catch`, where the rule is silent, as it is for what a spec's tool asks of its context: that ends with the call." + WhyEnd,
        "public static async Task<string> Read(string path, CancellationToken cancellationToken) => await File.ReadAllTextAsync(path);",
        "public static async Task<string> Read(string path, CancellationToken cancellationToken) => await File.ReadAllTextAsync(path, cancellationToken);");

    public static readonly FindingDescriptor BlockingWait = new(
        "TG3111",
        "Thread blocked on a task",
        FindingSeverity.Warning,
        "`{0}` in the tool `{1}` blocks a thread until the work is done, and nothing can end it",
        "Use `{2}`.",
        "A blocked thread cannot be cancelled, deadlocks where the work needs the same context, and starves the pool when a model calls the tool in parallel. A task that was awaited before may be asked for its result." + WhyEnd,
        "public static async Task<int> Length(string url, HttpClient client) => client.GetStringAsync(url).Result.Length;",
        "public static async Task<int> Length(string url, HttpClient client, CancellationToken cancellationToken) => (await client.GetStringAsync(url, cancellationToken)).Length;");

    public static readonly FindingDescriptor EndlessWait = new(
        "TG3112",
        "Wait without an end",
        FindingSeverity.Warning,
        "`{0}` in the tool `{1}` may wait for ever: it has no timeout",
        "{2}.",
        "An infinite timeout, or a call that has none, waits as long as the other side likes." + WhyEnd,
        "using var process = Process.Start(info)!;\nprocess.WaitForExit();",
        "using var process = Process.Start(info)!;\nusing var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);\nend.CancelAfter(TimeSpan.FromSeconds(10));\nawait process.WaitForExitAsync(end.Token);");

    public static readonly FindingDescriptor NoTokenToPass = new(
        "TG3113",
        "Tool that cannot be cancelled",
        FindingSeverity.Warning,
        "`{0}` in the tool `{1}` waits for something outside, and there is neither a CancellationToken nor a timeout to end it",
        "Take a parameter `CancellationToken cancellationToken` and pass it on, or give the call a timeout.",
        "Every host hands a token to a tool that asks for one: ToolGen, the MCP SDK, Semantic Kernel and `AIFunctionFactory` fill a parameter of the type `CancellationToken` and keep it out of the schema." + WhyEnd,
        "[McpServerTool]\npublic static async Task<string> Fetch(HttpClient client) => await client.GetStringAsync(\"https://api.example/v1/rates\");",
        "[McpServerTool]\npublic static async Task<string> Fetch(HttpClient client, CancellationToken cancellationToken) => await client.GetStringAsync(\"https://api.example/v1/rates\", cancellationToken);");
}
