using System;
using System.Collections.Frozen;
using System.Collections.Generic;
using System.Linq;
using ModelContextProtocol.Server;

internal static class StopsAtAnAllowSet
{
    private static readonly FrozenSet<string> Allowed = new[] { "a", "b" }.ToFrozenSet();
    [McpServerTool] public static void Call(string name) { if (!Allowed.Contains(name)) throw new ArgumentException(); Db.Run(name); }
}

internal static class StopsAtASwitch
{
    [McpServerTool] public static void Call(string name) => Db.Run(name switch { "a" => "SELECT 1", "b" => "SELECT 2", _ => throw new ArgumentException() });
}

internal static class StopsAtConstantPatterns
{
    [McpServerTool] public static void Call(string name) { if (name is not ("asc" or "desc")) throw new ArgumentException(); Db.Run("ORDER BY x " + name); }
}

internal static class StopsAtParsing
{
    [McpServerTool] public static void Call(string id) { if (!int.TryParse(id, out var number)) return; Db.Run("WHERE id = " + number + id); }
}

internal static class StopsAtAParserThatThrows
{
    [McpServerTool] public static void Call(string id) { _ = Guid.Parse(id); Db.Run(id); }
}

internal static class StopsAtNumbers
{
    [McpServerTool] public static void Call(int id, DateTime day, Guid key, bool flag) => Db.Run($"{id} {day:O} {key} {flag}");
}

internal static class StopsWhereItIsOverwritten
{
    private sealed class Box { public string Value { get; set; } = ""; }
    [McpServerTool] public static void Call(string name) { var box = new Box { Value = name }; box.Value = "SELECT 1"; Db.Run(box.Value); name = "x"; Db.Run(name); }
}

internal static class StopsAtAnotherObject
{
    private sealed class Box { public string Value { get; set; } = ""; }
    [McpServerTool] public static void Call(string name) { var a = new Box { Value = name }; var b = new Box { Value = "SELECT 1" }; Db.Run(b.Value); }
}

internal static class StopsAtAnotherElement
{
    [McpServerTool] public static void Call(string name) { var parts = new string[2]; parts[0] = name; parts[1] = "SELECT 1"; Db.Run(parts[1]); }
}

internal static class StopsAtAHelperThatAnswers
{
    private static bool IsKnown(string value) { if (value.Length == 0) return false; return value is "a" or "b"; }
    [McpServerTool] public static void Call(string name) { if (!IsKnown(name)) return; Db.Run(name); }
}

internal static class StopsAtAHelperThatThrows
{
    private static void Require(string value) { if (value != "a" && value != "b") throw new ArgumentException(); }
    [McpServerTool] public static void Call(string name) { Require(name); Db.Run(name); }
}

internal static class StopsAtALookup
{
    private static readonly Dictionary<string, string> Known = new() { ["a"] = "SELECT 1" };
    [McpServerTool] public static void Call(string name) { if (Known.TryGetValue(name, out var sql)) Db.Run(sql); Db.Run(Known.GetValueOrDefault(name, "SELECT 2")); }
}

internal static class StopsAtAFilter
{
    private static readonly string[] Allowed = ["a", "b"];
    [McpServerTool] public static void Call(string[] names) => Db.Run(string.Join(",", names.Where(n => Allowed.Contains(n))));
}

internal static class StopsWhereAllAreChecked
{
    private static readonly string[] Allowed = ["a", "b"];
    [McpServerTool] public static void Call(string[] names) { if (!names.All(n => Allowed.Contains(n))) throw new ArgumentException(); Db.Run(string.Join(",", names)); }
}

internal static class StopsAtExactTypes
{
    private abstract class Base { public abstract void Do(string value); }
    private sealed class Quiet : Base { public override void Do(string value) { } }
    private sealed class Loud : Base { public override void Do(string value) => Db.Run(value); }
    [McpServerTool] public static void Call(string name) { Base chosen = new Quiet(); chosen.Do(name); new Loud().Do("SELECT 1"); }
}

internal static class StopsAtParameters
{
    [McpServerTool] public static void Call(string name) { var command = Db.Run("SELECT 1 WHERE a = $a"); command.Parameters.AddWithValue("$a", name); command.CommandText += " LIMIT 5"; command.ExecuteReader(); }
}

internal sealed class StopsAtServices
{
    internal interface IQueries { string Text { get; } }
    [McpServerTool] public void Call(IQueries queries, IServiceProvider services) => Db.Run(queries.Text);
}

internal static class StopsWithoutATool
{
    public static void Call(string name) => Db.Run(name);
}

internal static class StopsOnADeadBranch
{
    private const bool Debug = false;
    [McpServerTool] public static void Call(string name) { var text = "SELECT 1"; if (Debug) text = name; Db.Run(text); }
}

internal static class StopsAtANullableThatWasParsed
{
    [McpServerTool]
    public static void Call(string id)
    {
        int? parsed = null;
        try { parsed = int.Parse(id); }
        catch (FormatException) { }
        if (parsed != null) Db.Run("WHERE id = " + id);
    }
}
