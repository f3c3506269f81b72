using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Numerics;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;

namespace ToolGen.Sandbox.Tests.Tools;

/// <summary>Reads and writes files in every way that a stream has, and says what came of each.</summary>
public sealed class FilesTool : WorkerTool
{
    public static FilesTool Instance { get; } = new();

    protected override IReadOnlyList<string> Capabilities => ["read data/**", "write out/**"];

    protected override async ValueTask<string> RunAsync(string argument, ToolContext context, CancellationToken cancellationToken)
    {
        var said = new List<string> { string.Join(',', context.Files.Find(new(new FilePatternPart("data/", false), new FilePatternPart("*.txt", true))).Select(file => $"{file.FullPath}:{file.Length}")) };
        using (var stream = context.Files.OpenRead("data/a.txt"))
        {
            said.Add(((char)stream.ReadByte()).ToString());
            var some = new byte[3];
            said.Add(Encoding.UTF8.GetString(some, 0, stream.Read(some, 0, 3)));
            using var rest = new StreamReader(stream);
            said.Add(await rest.ReadToEndAsync(cancellationToken));
        }

        using (var large = context.Files.OpenRead("data/large.bin"))
        using (var copy = new MemoryStream())
        {
            await large.CopyToAsync(copy, 200_000, cancellationToken);
            said.Add(Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(copy.ToArray())));
            said.Add(large.ReadByte().ToString(CultureInfo.InvariantCulture));
        }

        using (var outputs = context.Files.BeginWrite())
        {
            var first = outputs.Create("out/first.txt");
            for (var i = 0; i < 1_000; i++) first.Write(Encoding.UTF8.GetBytes(i.ToString(CultureInfo.InvariantCulture) + "\n"));
            using (var second = outputs.Create("out/below/second.bin")) second.Write(new byte[300_000]);
            outputs.Commit();
        }

        using (var outputs = context.Files.BeginWrite())
        using (var never = outputs.Create("out/never.txt")) never.Write("never"u8);

        said.Add(Error(() => context.Files.OpenRead("data/missing.txt")));
        said.Add(Error(() => context.Files.OpenRead("secret/a.txt")));
        said.Add(Error(() => context.Files.Find(FilePattern.Of("data/../secret.txt"))));
        said.Add(Error(() => context.Files.BeginWrite().Create("data/a.txt")));
        return string.Join('|', said);
    }

    private static string Error(Func<object> use)
    {
        try
        {
            return use().ToString()!;
        }
        catch (ToolException e)
        {
            return $"{e.Code} {e.Pointer}: {e.Message}";
        }
    }
}

/// <summary>Leaves a stream, a set of outputs and a session open.</summary>
public sealed class UntidyTool : WorkerTool
{
    public static UntidyTool Instance { get; } = new();

    protected override IReadOnlyList<string> Capabilities => ["read data/**", "write out/**", "sql shop write"];

    protected override async ValueTask<string> RunAsync(string argument, ToolContext context, CancellationToken cancellationToken)
    {
        context.Files.OpenRead("data/a.txt").ReadByte();
        context.Files.BeginWrite().Create("out/left.txt").Write(new byte[100_000]);
        var session = await context.Data.OpenAsync("shop", writes: true, cancellationToken);
        await session.RunAsync(new SqlStatement().Text("insert"), cancellationToken);
        return "left";
    }
}

/// <summary>Sends a request, or a thousand, or one that it does not wait for.</summary>
public sealed class HttpTool : WorkerTool
{
    public static HttpTool Instance { get; } = new();

    protected override async ValueTask<string> RunAsync(string argument, ToolContext context, CancellationToken cancellationToken)
    {
        switch (argument)
        {
            case "many":
                var answers = await Task.WhenAll(Enumerable.Range(0, 1_000).Select(i => context.Http.SendAsync(new("GET", $"https://a.example/{i}"), cancellationToken).AsTask()));
                return string.Join(',', answers.Select(answer => answer.Text()));
            case "abandon":
                using (var source = new CancellationTokenSource())
                {
                    var sending = context.Http.SendAsync(new("GET", "https://a.example/slow"), source.Token).AsTask();
                    await context.Http.SendAsync(new("GET", "https://a.example/started"), cancellationToken);
                    await source.CancelAsync();
                    try
                    {
                        await sending;
                    }
                    catch (OperationCanceledException)
                    {
                        await context.Http.SendAsync(new("GET", "https://a.example/abandoned"), cancellationToken);
                        return "abandoned";
                    }

                    return "answered";
                }

            default:
                var answer1 = await context.Http.SendAsync(
                    new("POST", "https://a.example/x?y=é")
                    {
                        Headers = [new("A", "1"), new("B", "ü")],
                        Body = new byte[] { 0, 1, 254, 255 },
                        ContentType = "application/octet-stream",
                        Retries = 3,
                        Auth = new("hmac", "key") { Carrier = "X-Sign", Algorithm = "sha256", Over = "text", Optional = true },
                    },
                    cancellationToken);
                return $"{answer1.Status}|{answer1.Url}|{string.Join(',', answer1.Headers)}|{answer1.Text()}";
        }
    }
}

/// <summary>Values of every type into a statement and back out of its rows.</summary>
public sealed class ValuesTool : WorkerTool
{
    public static ValuesTool Instance { get; } = new();

    protected override async ValueTask<string> RunAsync(string argument, ToolContext context, CancellationToken cancellationToken)
    {
        await using var session = await context.Data.OpenAsync("shop", writes: true, cancellationToken);
        using var json = JsonDocument.Parse("""[12, "text", null, true, 1.5]""");
        var statement = new SqlStatement().Text("select ").Value(null).Value("té\0xt").Value(true).Value(false).Value(-5).Value(long.MaxValue).Value(double.NegativeZero).Value(1.10m)
            .Value(new byte[] { 1, 2 }).Value((ReadOnlyMemory<byte>)new byte[] { 3 }).Value(new DateOnly(2026, 2, 28)).Value(new TimeOnly(23, 59, 59, 999)).Value(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(-3)))
            .Value(TimeSpan.FromTicks(-1)).Value(Guid.Parse("00112233-4455-6677-8899-aabbccddeeff")).Value(BigInteger.Pow(-3, 100)).Value((short)7).Value(1.5f).Value('c')
            .Value(new DateTime(2026, 1, 2)).Value(json.RootElement[0]).Value(json.RootElement[1]).Value(json.RootElement[2]).Value(json.RootElement[3]).Value(json.RootElement[4])
            .List<object?>([1, "two", null]).List<string>([]).Contains("50%").Contains(null).Starts("a_");
        var rows = await session.RunAsync(statement, cancellationToken);
        await session.CommitAsync(cancellationToken);
        return $"{rows.Affected}|{string.Join(',', rows.Columns)}|{string.Join('\n', rows.Rows.Select(row => string.Join(';', row.Select(Shown))))}|{await Unknown(session)}";
    }

    public static string Shown(object? value) => value switch
    {
        null => "null",
        byte[] bytes => "bytes " + Convert.ToHexString(bytes),
        DateTimeOffset instant => "instant " + instant.ToString("O", CultureInfo.InvariantCulture),
        double number => "double " + number.ToString("R", CultureInfo.InvariantCulture),
        _ => $"{value.GetType().Name} {Convert.ToString(value, CultureInfo.InvariantCulture)}",
    };

    private static async Task<string> Unknown(IToolDataSession session)
    {
        try
        {
            await session.RunAsync(new SqlStatement().Value(new Version(1, 2)));
            return "taken";
        }
        catch (ToolException e)
        {
            return $"{e.Code}: {e.Message}";
        }
    }
}

/// <summary>Calls the tool that its argument names, and signs what it answers.</summary>
public sealed class CallingTool : WorkerTool
{
    public static CallingTool Instance { get; } = new();

    protected override async ValueTask<string> RunAsync(string argument, ToolContext context, CancellationToken cancellationToken)
    {
        var result = await context.Tools.CallAsync(argument, WorkerTool.Argument("inner"), "step1", cancellationToken);
        var text = result.IsError ? string.Join(',', result.Errors) : Text(result);
        return text + " " + Convert.ToHexString(await context.Secrets.HmacSha256("key", text, cancellationToken));
    }
}

/// <summary>Calls a tool with one less than it was given, down to nothing.</summary>
public sealed class DownTool : WorkerTool
{
    public static DownTool Instance { get; } = new();

    protected override async ValueTask<string> RunAsync(string argument, ToolContext context, CancellationToken cancellationToken)
    {
        var left = int.Parse(argument, CultureInfo.InvariantCulture);
        if (left == 0) return "down";
        return Text(await context.Tools.CallAsync("down", Argument((left - 1).ToString(CultureInfo.InvariantCulture)), null, cancellationToken));
    }
}
