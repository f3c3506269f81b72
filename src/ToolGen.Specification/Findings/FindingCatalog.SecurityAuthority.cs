namespace ToolGen.Specification.Findings;

/// <summary>What a tool takes from the machine although its context could give it: TG3130–3139.</summary>
public static partial class FindingCatalog
{
    private const string WhyContext = " What goes through the `ToolContext` is held to the tool's capabilities and to what the host granted, is counted, recorded, and can be replayed and tested; what goes past it can do whatever the process can, and no list of capabilities shows it. The rule follows helpers, delegates and implementations of interfaces of the project.";

    public static readonly FindingDescriptor AmbientFiles = new(
        "TG3130",
        "Files past the tool's context",
        FindingSeverity.Warning,
        "`{0}` in the tool `{1}` reaches files of the machine past its ToolContext",
        "Use `{2}`.",
        "The host grants folders by name, and only what lies under them is there." + WhyContext,
        "[Tool]\npublic static string Report(ToolContext context) => File.ReadAllText(\"/srv/data/report.txt\");",
        "[Tool(Capabilities = [\"read data/report.txt\"])]\npublic static string Report(ToolContext context)\n{\n    using var reader = new StreamReader(context.Files.OpenRead(\"data/report.txt\"));\n    return reader.ReadToEnd();\n}");

    public static readonly FindingDescriptor AmbientNetwork = new(
        "TG3131",
        "Network past the tool's context",
        FindingSeverity.Warning,
        "`{0}` in the tool `{1}` reaches the network past its ToolContext",
        "Use `{2}`.",
        "The host's HTTP checks each address against the capabilities, refuses private networks, follows redirects under the same rules, and adds secrets on its side." + WhyContext,
        "[Tool]\npublic static async Task<string> Rates(ToolContext context) => await new HttpClient().GetStringAsync(\"https://api.example/v1/rates\");",
        "[Tool(Capabilities = [\"http GET https://api.example/v1/rates\"])]\npublic static async Task<string> Rates(ToolContext context, CancellationToken cancellationToken) =>\n    (await context.Http.SendAsync(new(\"GET\", \"https://api.example/v1/rates\"), cancellationToken)).Text();");

    public static readonly FindingDescriptor AmbientDatabase = new(
        "TG3132",
        "Database past the tool's context",
        FindingSeverity.Warning,
        "`{0}` in the tool `{1}` reaches a database past its ToolContext",
        "Use `{2}`.",
        "The host grants databases by name, for reading or writing; values are always parameters and connection strings stay on its side." + WhyContext,
        "using var connection = new SqliteConnection(\"Data Source=/srv/shop.db\");\nconnection.Open();",
        "await using var session = await context.Data.OpenAsync(\"shop\", cancellationToken: cancellationToken);");

    public static readonly FindingDescriptor AmbientClock = new(
        "TG3133",
        "Clock past the tool's context",
        FindingSeverity.Warning,
        "`{0}` in the tool `{1}` asks the machine's clock past its ToolContext",
        "Use `{2}`.",
        "A tool whose time comes from the host gives the same answer in a sample, a test and a replay." + WhyContext,
        "[Tool]\npublic static bool IsOver(DateTime end, ToolContext context) => DateTime.UtcNow > end;",
        "[Tool(Capabilities = [\"clock\"])]\npublic static bool IsOver(DateTime end, ToolContext context) => context.Now.UtcDateTime > end;");

    public static readonly FindingDescriptor AmbientRandom = new(
        "TG3134",
        "Randomness past the tool's context",
        FindingSeverity.Warning,
        "`{0}` in the tool `{1}` takes chance from the machine past its ToolContext",
        "Use `{2}`.",
        "A tool whose random numbers come from the host can be replayed. They are no keys: what must not be guessed is made by the host." + WhyContext,
        "[Tool]\npublic static int Roll(int sides, ToolContext context) => Random.Shared.Next(sides);",
        "[Tool(Capabilities = [\"random\"])]\npublic static int Roll(int sides, ToolContext context) => context.Random.Next(sides);");

    public static readonly FindingDescriptor AmbientEnvironment = new(
        "TG3135",
        "Environment or configuration past the tool's context",
        FindingSeverity.Warning,
        "`{0}` in the tool `{1}` reads or changes the process' surroundings past its ToolContext",
        "Use `{2}`.",
        "Variables of the environment hold secrets of everything that runs in the process. A host gives a tool single, named settings, and secrets that can be used and never read." + WhyContext,
        "[Tool]\npublic static string Region(ToolContext context) => Environment.GetEnvironmentVariable(\"REGION\") ?? \"eu\";",
        "[Tool]\npublic static string Region(ToolContext context) => context.Setting(\"region\");");

    public static readonly FindingDescriptor AmbientConsole = new(
        "TG3136",
        "Console past the tool's context",
        FindingSeverity.Warning,
        "`{0}` in the tool `{1}` uses the process' console or trace past its ToolContext",
        "Use `{2}`.",
        "A server that speaks over standard output is broken by one line that a tool prints; a tool that reads standard input takes the server's messages." + WhyContext,
        "[Tool]\npublic static int Add(int a, int b, ToolContext context) { Console.WriteLine(\"adding\"); return a + b; }",
        "[Tool]\npublic static int Add(int a, int b, ToolContext context) { context.Log(\"adding\"); return a + b; }");

    public static readonly FindingDescriptor AmbientProcess = new(
        "TG3137",
        "Processes or loaded code past the tool's context",
        FindingSeverity.Warning,
        "`{0}` in the tool `{1}` starts, ends or looks at processes, or loads code, past its ToolContext",
        "Leave it to the host: give it to the tool as a tool of its own, and call that with `{2}`.",
        "There is no capability for it, since a process can do everything." + WhyContext,
        "Process.Start(\"convert\", [\"in.png\", \"out.jpg\"]);",
        "await context.Tools.CallAsync(\"convert_image\", arguments, cancellationToken: cancellationToken);");

    public static readonly FindingDescriptor AmbientThreads = new(
        "TG3138",
        "Threads past the tool's context",
        FindingSeverity.Warning,
        "`{0}` in the tool `{1}` makes work of the process that its call does not bound",
        "Do the work in the call itself and `await` it; what can run side by side goes through `{2}`.",
        "A context serves one call: its limits, its time and its capabilities end with it. Threads, timers and work in the pool go on after the answer, with nobody to stop or count them." + WhyContext,
        "new Thread(() => Refresh(context)).Start();",
        "await RefreshAsync(context, cancellationToken);");

    public static readonly FindingDescriptor AmbientZone = new(
        "TG3139",
        "The machine's time zone or culture in a tool",
        FindingSeverity.Warning,
        "`{0}` in the tool `{1}` depends on the machine's own time zone or culture",
        "Use `{2}`.",
        "What is noon here is night elsewhere: a tool that takes the zone from where it runs answers differently on each machine." + WhyContext,
        "TimeZoneInfo.ConvertTime(meeting, TimeZoneInfo.Local)",
        "TimeZoneInfo.ConvertTime(meeting, context.Zone(\"Europe/Berlin\"))");
}
