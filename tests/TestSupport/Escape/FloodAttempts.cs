using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace ToolGen.TestSupport.Escape;

/// <summary>More than anybody can take: to disks, to the host's pipes, and by the call's own effects.</summary>
internal static class FloodAttempts
{
    private const string Disk = "disk", Output = "output", Asks = "asks";
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(500);

    public static Attempt[] All { get; } =
    [
        new(Disk, "large file", world =>
        {
            using var file = File.Create(Beside(world, "large"));
            var block = new byte[1 << 20];
            for (var one = 0; one < 32; one++) file.Write(block);
        }),
        new(Disk, "large file in /tmp", world =>
        {
            using var file = File.Create($"/tmp/{AttemptWorld.Prefix}-large");
            var block = new byte[1 << 20];
            for (var one = 0; one < 32; one++) file.Write(block);
        }),
        new(Disk, "large file without content", world =>
        {
            using var file = File.Create(Beside(world, "sparse"));
            file.SetLength(1L << 40);
        }),
        new(Disk, "many files", world =>
        {
            for (var one = 0; one < 200; one++) File.Create(Beside(world, "many" + one)).Dispose();
        }),
        new(Disk, "deep folders", world => Directory.CreateDirectory(Path.Combine([Path.GetDirectoryName(world.Outside)!, .. Enumerable.Repeat(AttemptWorld.Prefix, 50)]))),
        new(Disk, "core of a crash", world => Environment.FailFast("as asked")) { Sign = AttemptSign.Ended },
        Endless("standard output", () =>
        {
            using var output = Console.OpenStandardOutput();
            var block = new byte[64 << 10];
            while (true) output.Write(block);
        }),
        Endless("standard error", () =>
        {
            using var errors = Console.OpenStandardError();
            var block = new byte[64 << 10];
            while (true) errors.Write(block);
        }),
        Endless("console", () =>
        {
            while (true) Console.WriteLine("hello");
        }),
        Endless("console's errors", () =>
        {
            while (true) Console.Error.WriteLine("hello");
        }),
        new(Output, "log", world =>
        {
            for (var line = 0; ; line++) world.Context.Log(new string('x', 10_000));
        }) { Sign = AttemptSign.Ended, Time = Short },
        new(Output, "logs on many threads", world => Parallel.For(0, 64, _ =>
        {
            while (true) world.Context.Log("x");
        })) { Sign = AttemptSign.Ended, Time = Short },
        new(Asks, "settings", world => Again(() => world.Context.Setting(Guid.NewGuid().ToString()))) { Sign = AttemptSign.Ended, Time = Short },
        new(Asks, "settings of long names", world => Again(() => world.Context.Setting(new string('x', 1 << 20)))) { Sign = AttemptSign.Ended, Time = Short },
        new(Asks, "requests to many hosts", world => Again(() => world.Context.Http.SendAsync(new("GET", $"https://{Guid.NewGuid():N}.example/"), world.Token).AsTask().GetAwaiter().GetResult())) { Sign = AttemptSign.Ended, Time = Short },
        new(Asks, "requests that nobody waits for", world =>
        {
            while (true) _ = world.Context.Http.SendAsync(new("GET", "https://a.example/"), world.Token);
        }) { Sign = AttemptSign.Ended, Time = Short },
        new(Asks, "files on many threads", world => Parallel.For(0, 64, _ => Again(() => world.Context.Files.Find(new(new FilePatternPart("data/", false), new FilePatternPart("**", true)))))) { Sign = AttemptSign.Ended, Time = Short },
        new(Asks, "open files of the folder", world =>
        {
            var open = new List<Stream>();
            while (open.Count < 5_000) open.Add(world.Context.Files.OpenRead("data/a.txt"));
        }),
        new(Asks, "sets of outputs", world =>
        {
            var open = new List<IToolOutputs>();
            while (open.Count < 5_000) open.Add(world.Context.Files.BeginWrite());
        }),
        new(Asks, "tools", world => Again(() => world.Context.Tools.CallAsync(Guid.NewGuid().ToString("N"), default, null, world.Token).AsTask().GetAwaiter().GetResult())) { Sign = AttemptSign.Ended, Time = Short },
        new(Asks, "request of a large body", async world => _ = await world.Context.Http.SendAsync(new("POST", "https://a.example/") { Body = new byte[16 << 20] }, world.Token)),
        new(Asks, "pattern of many parts", world => _ = world.Context.Files.Find(new([.. Enumerable.Repeat(new FilePatternPart("", false), 1 << 20)]))),
        new(Asks, "request of many headers", async world => _ = await world.Context.Http.SendAsync(new("GET", "https://a.example/") { Headers = [.. Enumerable.Repeat(new KeyValuePair<string, string>("", ""), 1 << 20)] }, world.Token)),
        new(Asks, "statement of many values", async world =>
        {
            await using var session = await world.Context.Data.OpenAsync("shop", false, world.Token);
            _ = await session.RunAsync(new SqlStatement().List(new object?[1 << 20]), world.Token);
        }),
    ];

    private static string Beside(AttemptWorld world, string name) => Path.Combine(Path.GetDirectoryName(world.Outside)!, AttemptWorld.Prefix + "-" + name);

    private static Attempt Endless(string name, Action make) => new(Output, name, _ => make()) { Sign = AttemptSign.Ended, Time = Short };

    private static void Again(Func<object?> ask)
    {
        while (true)
        {
            try
            {
                _ = ask();
            }
            catch (ToolException e) when (e.Code != ToolErrorCodes.Canceled)
            {
                // And again.
            }
        }
    }
}
