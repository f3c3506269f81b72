using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using ModelContextProtocol.Server;

internal static class FlowsThroughHelpers
{
    [McpServerTool] public static void Call(string name) => First(name);
    private static void First(string value) => Second(value + "!");
    private static void Second(string value) => Db.Run(value);
}

internal static class FlowsThroughReturnedValues
{
    [McpServerTool] public static void Call(string name) => Db.Run(Twice(Twice(name)));
    private static string Twice(string value) => value + value;
}

internal static class FlowsThroughOutAndRef
{
    [McpServerTool]
    public static void Call(string name)
    {
        Fill(name, out var filled);
        var text = "SELECT ";
        Add(ref text, filled);
        Db.Run(text);
    }

    private static void Fill(string value, out string filled) => filled = value.Trim();
    private static void Add(ref string text, string value) => text += value;
}

internal sealed class FlowsThroughFields
{
    private string kept = "";
    [McpServerTool] public void Call(string name) { this.kept = name; this.Use(); }
    private void Use() => Db.Run(this.kept);
}

internal static class FlowsThroughObjects
{
    private sealed class Box { public string Value { get; set; } = ""; }
    [McpServerTool]
    public static void Call(string name)
    {
        var box = new Box();
        Put(box, name);
        Db.Run(box.Value);
    }

    private static void Put(Box box, string value) => box.Value = value;
}

internal static class FlowsThroughRecordsAndWith
{
    private sealed record Query(string Table, string Where);
    [McpServerTool]
    public static void Call(string name)
    {
        var query = new Query("t", "1=1") with { Where = name };
        var (table, where) = query;
        Db.Run("SELECT * FROM t WHERE " + query.Where);
    }
}

internal static class FlowsThroughTuples
{
    [McpServerTool]
    public static void Call(string name)
    {
        var pair = (Kind: "x", Text: name);
        (var a, var b) = pair;
        Db.Run(b);
    }
}

internal static class FlowsThroughCollections
{
    [McpServerTool]
    public static void Call(string name)
    {
        List<string> parts = ["SELECT", .. new[] { name }];
        Db.Run(string.Join(" ", parts));
    }
}

internal static class FlowsThroughDictionaries
{
    [McpServerTool]
    public static void Call(string name)
    {
        var known = new Dictionary<string, string> { ["a"] = name };
        if (known.TryGetValue("a", out var value)) Db.Run(value);
    }
}

internal static class FlowsThroughArrays
{
    [McpServerTool]
    public static void Call(string name)
    {
        var parts = new string[3];
        parts[2] = name;
        Db.Run(parts[2]);
    }
}

internal static class FlowsThroughLinq
{
    [McpServerTool] public static void Call(string[] names) => Db.Run(names.Where(n => n.Length > 1).Select(n => n.ToUpper()).Aggregate((a, b) => a + "," + b));
}

internal static class FlowsThroughBuilders
{
    [McpServerTool]
    public static void Call(string name)
    {
        var text = new StringBuilder("SELECT ").Append(name).AppendLine(";");
        text.AppendFormat("-- {0}", 1);
        Db.Run(text.ToString());
    }
}

internal static class FlowsThroughInterpolation
{
    [McpServerTool] public static void Call(string name) => Db.Run($"SELECT {name,10:x} FROM t");
}

internal static class FlowsThroughAsync
{
    [McpServerTool]
    public static async Task CallAsync(string name)
    {
        var text = await LaterAsync(name);
        Db.Run(text);
    }

    private static async Task<string> LaterAsync(string value)
    {
        await Task.Yield();
        return value;
    }
}

internal static class FlowsThroughLambdasAndCaptures
{
    [McpServerTool]
    public static void Call(string name)
    {
        var seen = "";
        Action<string> keep = value => seen = value;
        keep(name);
        Db.Run(seen);
    }
}

internal static class FlowsThroughDelegateParameters
{
    [McpServerTool] public static void Call(string name) => Apply(value => Db.Run(value), name);
    private static void Apply(Action<string> action, string value) => action(value);
}

internal static class FlowsThroughLocalFunctions
{
    [McpServerTool]
    public static void Call(string name)
    {
        Inner();
        void Inner() => Db.Run(name);
    }
}

internal static class FlowsThroughInterfaces
{
    private interface ISink { void Take(string value); }
    private sealed class Quiet : ISink { public void Take(string value) { } }
    private sealed class Loud : ISink { public void Take(string value) => Db.Run(value); }
    private static ISink Choose(int n) => n > 1 ? new Quiet() : new Loud();
    [McpServerTool] public static void Call(string name, int n) => Choose(n).Take(name);
}

internal static class FlowsThroughAbstractMembers
{
    private abstract class Base { public void Go(string value) => this.Do(value); protected abstract void Do(string value); }
    private sealed class Real : Base { protected override void Do(string value) => Db.Run(value); }
    [McpServerTool] public static void Call(string name) => new Real().Go(name);
}

internal static class FlowsThroughIterators
{
    [McpServerTool]
    public static void Call(string name)
    {
        foreach (var part in Parts(name)) Db.Run(part);
    }

    private static IEnumerable<string> Parts(string value)
    {
        yield return "a";
        yield return value;
    }
}

internal static class FlowsThroughCatch
{
    [McpServerTool]
    public static void Call(string name)
    {
        var text = "";
        try { text = name; int.Parse("1"); }
        catch (FormatException) { Db.Run(text); }
        finally { }
    }
}

internal static class FlowsThroughPatterns
{
    [McpServerTool] public static void Call(object name) { if (name is string { Length: > 0 } text) Db.Run(text); }
}

internal static class FlowsThroughStatics
{
    private static string kept = "";
    [McpServerTool] public static void Call(string name) { kept = name; Use(); }
    private static void Use() => Db.Run(kept);
}

internal static class FlowsFromFiles
{
    [McpServerTool] public static void Call() => Db.Run(File.ReadAllText("queries.sql"));
}

internal static class FlowsThroughStreams
{
    [McpServerTool]
    public static void Call(string name)
    {
        using var stream = new MemoryStream();
        using (var writer = new StreamWriter(stream, leaveOpen: true)) writer.Write(name);
        stream.Position = 0;
        using var reader = new StreamReader(stream);
        Db.Run(reader.ReadLine()!);
    }
}

internal sealed class FlowsThroughPrimaryConstructors
{
    private sealed class Runner(string sql) { public void Go() => Db.Run(sql); }
    [McpServerTool] public void Call(string name) => new Runner(name).Go();
}

internal static class FlowsPastACheckOfAnother
{
    private static readonly HashSet<string> Allowed = ["a", "b"];
    [McpServerTool] public static void Call(string name, string other) { if (!Allowed.Contains(other)) throw new ArgumentException(); Db.Run(name); }
}

internal static class FlowsPastACheckThatIsIgnored
{
    [McpServerTool] public static void Call(string id) { int.TryParse(id, out _); Db.Run(id); }
}

internal static class FlowsPastACheckAfterwards
{
    [McpServerTool] public static void Call(string id) { Db.Run(id); if (!Guid.TryParse(id, out _)) throw new ArgumentException(); }
}
