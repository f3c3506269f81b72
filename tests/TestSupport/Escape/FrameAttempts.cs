using System;
using System.Buffers.Binary;
using System.IO;
using System.Text;
using System.Threading;

namespace ToolGen.TestSupport.Escape;

/// <summary>Frames of its own, beside those of the worker's code: each is of the first call of its worker.</summary>
internal static class FrameAttempts
{
    private const string Frames = "frames";
    private const byte Bind = 1, Hello = 65, Bound = 66, Effect = 67, Log = 68, Abandon = 69, Result = 70;
    private const byte Now = 1, Draw = 3, Zone = 4, Http = 6, FindFiles = 9, ReadFile = 11, OpenData = 19, RunData = 20;
    private const int First = 1;

    public static Attempt[] All { get; } =
    [
        Sends("text among the frames", () => "hello, this is no frame at all"u8.ToArray()),
        Sends("frame of no length", () => [0, 0, 0, 0, Result]),
        Sends("frame of a negative length", () => [255, 255, 255, 255, Result]),
        Sends("frame of an endless length", () => [255, 255, 255, 127, Result]),
        Sends("frame of an endless log", () => [255, 255, 255, 127, Log]),
        Sends("frame of an unknown kind", () => Frame(99)),
        Sends("frame that only hosts send", () => Frame(Bind, 0)),
        Sends("hello again", () => Frame(Hello, 1)),
        Sends("bound again", () => Frame(Bound, (byte)0)),
        Sends("result of no call", () => Frame(Result, 99, (byte)0, "{}")),
        Sends("result of a call to come", () => Frame(Result, First + 1, (byte)0, "{}")),
        Sends("result that is no JSON", () => Frame(Result, First, (byte)0, "{\"a\":")),
        Sends("result outside its schema", () => Frame(Result, First, (byte)0, "{\"a\":1}")),
        Sends("result of a depth without end", () => Frame(Result, First, (byte)0, new string('[', 500_000))),
        Sends("result that is neither", () => Frame(Result, First, (byte)2)),
        Sends("result beyond its limit", () => Frame(Result, First, (byte)0, $"\"{new string('x', 2 << 20)}\"")),
        Sends("errors of megabytes", () => Frame(Result, First, (byte)1, 1, 10 << 20), 10 << 20),
        Sends("failure without errors", () => Frame(Result, First, (byte)1, 0)),
        Sends("failure of many errors", () => Frame(Result, First, (byte)1, 100_000, new byte[2_000_000])),
        Sends("text that is no text", () => Frame(Log, First, new byte[] { 2, 0, 0, 0, 0xC3, 0x28 })),
        Sends("field beyond its frame", () => Frame(Log, First, int.MaxValue)),
        Sends("effect of an unknown kind", () => Frame(Effect, First, 1, (byte)200)),
        Sends("effect with more behind", () => Frame(Effect, First, 1_000_001, Now, 7)),
        Sends("two effects of one number", () => [.. Frame(Effect, First, 1_000_002, Zone, "UTC"), .. Ask(1_000_003), .. Ask(1_000_003)]),
        Sends("read of a file that is not open", () => Frame(Effect, First, 1_000_004, ReadFile, 7, 10)),
        Sends("draw before there is chance", () => Frame(Effect, First, 1_000_005, Draw, (byte)1, 0L, 0L)),
        Sends("list longer than its frame", () => Frame(Effect, First, 1_000_006, FindFiles, int.MaxValue)),
        Sends("list of nothing, large", () => Frame(Effect, First, 1_000_007, FindFiles, 6_000_000), 30_000_000),
        Sends("headers of nothing", () => Frame(Effect, First, 1_000_008, Http, "GET", "https://a.example/", 3_600_000), 30_000_000),
        Sends("session that is not open", () => Frame(Effect, First, 1_000_009, RunData, 7, 0)),
        Sends("gives up what it never asked for", () => [.. Frame(Abandon, First, 1), .. Frame(Abandon, First, 2), .. Frame(Abandon, First, 3)]),
        Repeats("frames without end", () => Frame(Log, First, "again")),
        Repeats("effects that nobody reads", () => Frame(Effect, First, 1_000_010, Now)),
        Repeats("sessions without end", () => Frame(Effect, First, 1_000_011, OpenData, "shop", (byte)0)),
        new(Frames, "frame that never ends", world =>
        {
            using var output = Console.OpenStandardOutput();
            output.Write([0, 0, 16, 0, Effect]);
            Thread.Sleep(Timeout.Infinite);
        }) { Sign = AttemptSign.Ended, Time = TimeSpan.FromMilliseconds(300) },
        new(Frames, "frame in drops", world =>
        {
            using var output = Console.OpenStandardOutput();
            output.Write([0, 0, 16, 0, Effect]);
            while (true)
            {
                output.Write([0]);
                Thread.Sleep(1);
            }
        }) { Sign = AttemptSign.Ended, Time = TimeSpan.FromMilliseconds(300) },
        new(Frames, "host that is not read", world =>
        {
            // It reads what the host sends before the worker does.
            using var input = Console.OpenStandardInput();
            var block = new byte[64 << 10];
            while (true) _ = input.Read(block);
        }) { Sign = AttemptSign.Ended, Time = TimeSpan.FromMilliseconds(500) },
    ];

    private static byte[] Ask(int number) => Frame(Effect, First, number, Http, "GET", "https://a.example/", 0, (byte)0, (byte)0, 0, (byte)0);

    /// <summary>Its call waits for what comes of it.</summary>
    /// <param name="name">Of the attempt.</param>
    /// <param name="bytes">One frame or more.</param>
    /// <param name="zeros">How many more bytes the only frame has.</param>
    private static Attempt Sends(string name, Func<byte[]> bytes, int zeros = 0) => new(Frames, name, _ =>
    {
        using var output = Console.OpenStandardOutput();
        var frame = bytes();
        if (zeros > 0) BinaryPrimitives.WriteInt32LittleEndian(frame, frame.Length - 4 + zeros);
        output.Write(frame);
        for (var block = new byte[64 << 10]; zeros > 0; zeros -= block.Length) output.Write(block.AsSpan(0, Math.Min(zeros, block.Length)));
        output.Flush();
        Thread.Sleep(Timeout.Infinite);
    })
    { Sign = AttemptSign.Broken, Time = TimeSpan.FromSeconds(20) };

    private static Attempt Repeats(string name, Func<byte[]> bytes) => new(Frames, name, _ =>
    {
        using var output = Console.OpenStandardOutput();
        var frame = bytes();
        while (true) output.Write(frame);
    })
    { Sign = AttemptSign.Ended, Time = TimeSpan.FromMilliseconds(500) };

    private static byte[] Frame(byte kind, params object[] fields)
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write(0);
        writer.Write(kind);
        foreach (var field in fields)
        {
            switch (field)
            {
                case byte one:
                    writer.Write(one);
                    break;
                case int number:
                    writer.Write(number);
                    break;
                case long number:
                    writer.Write(number);
                    break;
                case byte[] raw:
                    writer.Write(raw);
                    break;
                case string text:
                    writer.Write(Encoding.UTF8.GetByteCount(text));
                    writer.Write(Encoding.UTF8.GetBytes(text));
                    break;
            }
        }

        var frame = bytes.ToArray();
        BinaryPrimitives.WriteInt32LittleEndian(frame, frame.Length - 4);
        return frame;
    }
}
