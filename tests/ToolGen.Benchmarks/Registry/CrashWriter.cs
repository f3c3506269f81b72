using System;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using ToolGen.Benchmarks.Forging;
using ToolGen.Forge.Trial;
using ToolGen.Registry;
using ToolGen.Sandbox.Isolation;
using ToolGen.TestSupport;

namespace ToolGen.Benchmarks.Registry;

/// <summary>A process that writes into a registry until it is killed, and says a line of each write that was acknowledged.</summary>
internal static class CrashWriter
{
    /// <summary>The first argument of such a process.</summary>
    public const string Word = "crash-writer";

    private const int MostAtOnce = 8, ForgesOneOf = 10;

    /// <summary>Whether a writer begins with specs that it forges.</summary>
    public static bool Forges(int number) => number % ForgesOneOf == 0;

    /// <summary>The child's side: folder, a number that nobody else has, the approver's key.</summary>
    public static int Answer(string[] arguments)
    {
        RunAsync(arguments[0], int.Parse(arguments[1], CultureInfo.InvariantCulture), Convert.FromBase64String(arguments[2])).GetAwaiter().GetResult();
        return 0;
    }

    private static async Task RunAsync(string folder, int number, byte[] key)
    {
        // Nobody is there to read any more: its parent is gone.
        _ = Task.Run(() => { while (Console.In.Read() >= 0) { } Environment.Exit(0); });
        using var person = ApproverKey.FromPkcs8(key);
        await using var registry = await SqliteRegistry.OpenAsync(MadeVersions.OptionsIn(folder) with { SealEvery = 50 });
        if (Forges(number)) await ForgeAsync(registry, person, number);
        var random = new Random(number);
        var count = 0;
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            while (true) await OneAsync(registry, person, number, Interlocked.Increment(ref count), Next(random));
        })));
    }

    /// <summary>Specs through the forge, their samples in the sandbox, and what came of them into the registry.</summary>
    private static async Task ForgeAsync(IToolRegistry registry, ApproverKey person, int number)
    {
        await using var sandbox = new TrialSandbox(new() { Launcher = Launchers.Strongest(), Minimum = IsolationLevel.Process, Blank = 0 });
        for (var made = 0; made < 3; made++)
        {
            var forge = new Forge.Forge { Inputs = 0 };
            var spec = ForgedFunction.Spec((number * 10) + made);
            var set = await forge.TryAsync(forge.Make([spec]), sandbox);
            if (set.Tools[0].HasErrors) throw new InvalidOperationException(string.Join("; ", set.Tools[0].Findings));
            var added = await registry.AddAsync(
                new() { Spec = Encoding.UTF8.GetString(spec.Utf8.Span), Evidence = forge.EvidenceOf(set)[0].Evidence, McpTool = Encoding.UTF8.GetString(Forge.Forge.ToolsIn(set, sandbox.Sandbox, "crash")[0].Descriptor.McpTool.Span) }, "maker");
            Say("added", added.Id);
            await registry.ApproveAsync(person.Approve(added, DateTimeOffset.UtcNow));
            Say("approved", added.Id);
        }
    }

    private static async Task OneAsync(IToolRegistry registry, ApproverKey person, int number, int at, int choice)
    {
        var name = $"t{number}_{at}";
        switch (choice)
        {
            case < 2:
                var added = await registry.AddAsync(MadeVersions.Of(name), "maker");
                Say("added", added.Id);
                await registry.ApproveAsync(person.Approve(added, DateTimeOffset.UtcNow));
                Say("approved", added.Id);
                if (choice == 0)
                {
                    await registry.MarkAsync(added.Id, ToolState.Revoked, "over", "person");
                    Say("revoked", added.Id);
                }

                for (var i = 0; i < MostAtOnce; i++) await CallAsync(registry, added.Id, $"{name}_{i}");
                break;
            case 2:
                var own = await registry.AddAsync(MadeVersions.Of(name, session: "caller"), "caller");
                Say("added", own.Id);
                await registry.ProposeAsync(own.Id, "caller of " + name);
                Say("proposed", own.Id);
                break;
            default:
                await Task.WhenAll(Enumerable.Range(0, MostAtOnce).Select(i => CallAsync(registry, null, $"{name}_{i}")));
                break;
        }
    }

    private static async Task CallAsync(IToolRegistry registry, string? id, string call)
    {
        await registry.AppendAsync("called", "agent", id is null ? $$"""{"call":"{{call}}","fault":"none","us":5}""" : $$"""{"id":"{{id}}","call":"{{call}}","fault":"none","us":5}""");
        Say("called", call);
    }

    private static int Next(Random random)
    {
        lock (random) return random.Next(8);
    }

    private static void Say(string kind, string what)
    {
        lock (Console.Out)
        {
            Console.Out.WriteLine($"{kind} {what};");
            Console.Out.Flush();
        }
    }
}
