using System.Text;
using AgentNamespace;
using AgentNamespace.Tools;
using ToolGen.Effects;
using ToolGen.Hosting;

// What tools may reach stands in toolgen.json beside the program; what it does not name is refused.
var grants = GrantsFile.Read(Path.Combine(AppContext.BaseDirectory, GrantsFile.Name)).Require();

// What may destroy runs only after a yes at the console.
await using var host = new ToolHost(
    grants,
    new() { Records = null, Rules = [new(PolicyVerdict.Ask) { Destructive = true }] },
    new() { Approval = new ConsoleApproval(), Log = line => Console.Error.WriteLine(Screen.Shown(line)) });
host.Add(Catalog.Tools);
var caller = new ToolCaller("console");

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    // The second time the system ends the program, whatever it waits for.
    if (stop.IsCancellationRequested) return;
    pressed.Cancel = true;
    stop.Cancel();
};

try
{
    return args is [var name, ['{', ..] json] ? await Call(name, json) : await Talk();
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    // A question that was broken off ends as shells expect it of Ctrl-C; a dialogue ends so in any case.
    return args.Length > 0 ? 130 : 0;
}

async Task<int> Talk()
{
    var settings = new ModelSettings();
    if (args.Length == 0 || settings.Missing is not null)
        foreach (var tool in host.Tools) Console.WriteLine($"{tool.Descriptor.Name}: {tool.Descriptor.Description}");
    if (settings.Missing is { } missing)
    {
        await Console.Error.WriteLineAsync(missing);
        return 2;
    }

    using var model = settings.Connect(host.For(caller));
    var chat = new ConsoleChat(model);
    if (args.Length > 0) return await chat.AnswerAsync(string.Join(' ', args), stop.Token) ? 0 : 1;
    while (await Screen.AskAsync("> ", stop.Token) is { } question)
        if (!string.IsNullOrWhiteSpace(question)) await chat.AnswerAsync(question, stop.Token);
    return 0;
}

// As a model calls a tool: a name and JSON in, JSON or errors out.
async Task<int> Call(string name, string json)
{
    var result = await host.CallAsync(name, Encoding.UTF8.GetBytes(json), caller, stop.Token);
    var output = Encoding.UTF8.GetString(result.Output.Span);
    if (!result.IsError) Console.WriteLine(Console.IsOutputRedirected ? output : Screen.Shown(output));
    foreach (var error in result.Errors) await Console.Error.WriteLineAsync(Screen.Shown($"{error.Code} {error.Pointer}: {error.Message}"));
    return result.IsError ? 1 : 0;
}
