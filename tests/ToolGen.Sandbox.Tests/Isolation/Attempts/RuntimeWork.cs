using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Linq.Expressions;
using System.Runtime.Loader;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Threading;
using System.Threading.Tasks;
using System.Xml.Linq;

namespace ToolGen.Sandbox.Tests.Isolation.Attempts;

/// <summary>What a tool may use of .NET, and what .NET does beneath it.</summary>
internal static class RuntimeWork
{
    /// <summary>Writes <c>NAME: ok</c> for each, or what went wrong.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="confine">What a worker does between loading a tool and running it.</param>
    public static void Run(TextWriter output, Action confine)
    {
        Run(output, [("load context", Loads)]);
        confine();
        Run(output, All());
    }

    private static void Run(TextWriter output, IEnumerable<(string Name, Func<bool> Works)> all)
    {
        foreach (var (name, works) in all)
        {
            string outcome;
            try
            {
                outcome = works() ? "ok" : "wrong";
            }
            catch (Exception e)
            {
                outcome = e.GetType().Name + " " + e.Message;
            }

            output.WriteLine($"{name}: {outcome}");
        }
    }

    private static IEnumerable<(string Name, Func<bool> Works)> All()
    {
        yield return ("compiled expression", () => ((Expression<Func<int, int>>)(x => x * 2)).Compile()(21) == 42);
        yield return ("threads", () => Parallel.For(0, 64, static _ => Thread.Yield()).IsCompleted);
        yield return ("timers", () => Task.Delay(20).Wait(20_000));
        yield return ("asynchronous work", () => Task.WhenAll(Enumerable.Range(0, 100).Select(async n => { await Task.Yield(); return n; })).Result.Sum() == 4950);
        yield return ("compiled pattern", () => new Regex(@"^(\d+)-(\w+)$", RegexOptions.Compiled).IsMatch("12-ab"));
        yield return ("linear pattern", () => new Regex(@"a.*b", RegexOptions.NonBacktracking).IsMatch("xaxxb"));
        yield return ("JSON", () => JsonDocument.Parse("""{"a":[1,2,3]}""").RootElement.GetProperty("a").GetArrayLength() == 3);
        yield return ("XML", () => XDocument.Parse("<a><b/></a>").Root!.Elements().Count() == 1);
        yield return ("languages", () => new CultureInfo("de-DE").NumberFormat.NumberDecimalSeparator == "," && string.Compare("straße", "STRASSE", new CultureInfo("de-DE"), CompareOptions.IgnoreCase) is not 2);
        yield return ("normal forms", () => "é".Normalize(NormalizationForm.FormD).Length == 2);
        yield return ("time zones", () => TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin").GetUtcOffset(new DateTime(2026, 7, 1, 0, 0, 0, DateTimeKind.Utc)) == TimeSpan.FromHours(2));
        yield return ("hashes", () => Convert.ToHexStringLower(SHA256.HashData("abc"u8)).StartsWith("ba7816bf", StringComparison.Ordinal));
        yield return ("chance", () => RandomNumberGenerator.GetBytes(16).Length == 16);
        yield return ("collections of garbage", Collects);
        yield return ("exceptions", () => Throws());
        yield return ("big numbers", () => System.Numerics.BigInteger.Pow(2, 200).ToString(CultureInfo.InvariantCulture).Length == 61);
        yield return ("compression", Compresses);
    }

    private static bool Loads()
    {
        var context = new AssemblyLoadContext("tool", isCollectible: true);
        using var image = new MemoryStream(File.ReadAllBytes(typeof(RuntimeWork).Assembly.Location));
        var loaded = context.LoadFromStream(image);
        context.Unload();
        return loaded != typeof(RuntimeWork).Assembly;
    }

    private static bool Collects()
    {
        for (var index = 0; index < 2_000; index++) GC.KeepAlive(new byte[100_000]);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.CollectionCount(0) > 0;
    }

    private static bool Throws()
    {
        for (var index = 0; index < 10; index++)
        {
            try
            {
                throw new InvalidOperationException(index.ToString(CultureInfo.InvariantCulture));
            }
            catch (InvalidOperationException)
            {
                continue;
            }
        }

        return true;
    }

    private static bool Compresses()
    {
        using var to = new MemoryStream();
        using (var zip = new System.IO.Compression.GZipStream(to, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true)) zip.Write(new byte[100_000]);
        return to.Length is > 0 and < 10_000;
    }
}
