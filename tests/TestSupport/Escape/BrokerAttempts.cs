using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace ToolGen.TestSupport.Escape;

/// <summary>What the call's own effects are asked for and must not give. The tool may read below <c>data</c>, send to one origin that does not answer, and nothing else.</summary>
internal static class BrokerAttempts
{
    private const string Secrets = "secrets", Effects = "effects", Links = "links and races";

    private const int Rounds = 400;

    public static Attempt[] All { get; } =
    [
        new(Secrets, "sign with a secret", async world => _ = await world.Context.Secrets.HmacSha256("token", "text", world.Token)),
        new(Secrets, "send a secret", async world => _ = await world.Context.Http.SendAsync(new("GET", $"http://127.0.0.1:{world.Port}/") { Auth = new("bearer", "token") }, world.Token)),
        new(Secrets, "read a secret as a setting", world => _ = world.Context.Setting("token")),
        new(Secrets, "read a variable as a setting", world => _ = world.Context.Setting(AttemptWorld.Secret)),
        new(Effects, "time", world => _ = world.Context.Now),
        new(Effects, "random numbers", world => _ = world.Context.Random),
        new(Effects, "request to the host", async world => _ = await world.Context.Http.SendAsync(new("GET", $"http://127.0.0.1:{world.Port}/"), world.Token)),
        new(Effects, "request to a cloud's services", async world => _ = await world.Context.Http.SendAsync(new("GET", "http://169.254.169.254/latest/meta-data/"), world.Token)),
        new(Effects, "request for a file", async world => _ = await world.Context.Http.SendAsync(new("GET", "file://" + world.Outside), world.Token)),
        new(Effects, "database", async world => await (await world.Context.Data.OpenAsync("shop", false, world.Token)).DisposeAsync()),
        new(Effects, "another tool", async world => Fails(await world.Context.Tools.CallAsync("EscapeTool", default, null, world.Token))),
        new(Effects, "services of the host", world => _ = world.Context.Services ?? throw new InvalidOperationException()),
        new(Effects, "file by its path", world => Read(world, world.Outside)),
        new(Effects, "file above the folder", world => Read(world, "data/../outside.txt")),
        new(Effects, "file above the folder, escaped", world => Read(world, "data/%2e%2e/outside.txt")),
        new(Effects, "file of another folder", world => Read(world, "other/a.txt")),
        new(Effects, "file of a path with a zero", world => Read(world, "data/a.txt\0/../../outside.txt")),
        new(Effects, "all files", world => _ = world.Context.Files.Find(new(new FilePatternPart("**", true)))),
        new(Effects, "files above the folder", world => _ = world.Context.Files.Find(new(new FilePatternPart("data/../**", true)))),
        new(Effects, "write a file that it may read", world => Write(world, "data/a.txt")),
        new(Effects, "write the host's grants", world => Write(world, "data/toolgen.json")),
        new(Effects, "device in the folder", world => Read(world, "data/pipe")),
        new(Links, "link that leads outside", world => Read(world, "data/link.txt")),
        new(Links, "folder that leads outside", world => Read(world, "data/links/outside.txt")),
        new(Links, "find through a link", world => _ = world.Context.Files.Find(new(new FilePatternPart("data/links/*", true))).Count > 0 ? 0 : throw new FileNotFoundException()),
        new(Links, "file that becomes a link", world => ReadAgain(world, "data/swapped.txt")) { Ally = "file" },
        new(Links, "folder that becomes a link", world => ReadAgain(world, "data/swapped/outside.txt")) { Ally = "folder" },
        new(Links, "link of its own", world =>
        {
            var own = Path.Combine(Path.GetDirectoryName(world.Outside)!, "data", "own.txt");
            File.CreateSymbolicLink(own, world.Outside);
            File.Delete(own);
        }),
    ];

    private static void Read(AttemptWorld world, string path)
    {
        using var stream = world.Context.Files.OpenRead(path);
        _ = stream.ReadByte();
    }

    /// <summary>Goes through where one of many looks shows what stands outside.</summary>
    private static void ReadAgain(AttemptWorld world, string path)
    {
        var seen = 0;
        for (var round = 0; round < Rounds; round++)
        {
            try
            {
                using var reader = new StreamReader(world.Context.Files.OpenRead(path), Encoding.UTF8);
                seen++;
                if (reader.ReadToEnd().Contains(AttemptWorld.Text, StringComparison.Ordinal)) return;
            }
            catch (ToolException)
            {
                // It was a link when it was looked at.
            }
        }

        // Where it never was a file, nothing was tried.
        if (seen > 0) throw new UnauthorizedAccessException($"{seen} of {Rounds} times a file");
    }

    private static void Write(AttemptWorld world, string path)
    {
        using var outputs = world.Context.Files.BeginWrite();
        outputs.Create(path).Dispose();
        outputs.Commit();
    }

    private static void Fails(ToolResult result)
    {
        if (result.IsError) throw new UnauthorizedAccessException(result.Errors[0].Message);
    }
}
