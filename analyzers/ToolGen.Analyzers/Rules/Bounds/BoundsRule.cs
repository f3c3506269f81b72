using System.Collections.Immutable;
using System.Linq;
using ToolGen.Analyzers.Taint;
using ToolGen.Specification.Findings;

namespace ToolGen.Analyzers.Rules;

/// <summary>Numbers that say how long a tool runs and how much memory it takes.</summary>
internal sealed class BoundsRule : FlowRule
{
    /// <summary>
    /// What the limits of a typed tool hold: its schema says how large an argument may be, its host how long it runs and how much it takes. A stack that overflows is held by nothing.
    /// </summary>
    public static readonly ImmutableArray<FindingDescriptor> HeldByLimits =
    [
        FindingCatalog.LoopFromInput, FindingCatalog.AllocationFromInput, FindingCatalog.WaitFromInput, FindingCatalog.ResultFromInput, FindingCatalog.ReadWithoutEnd, FindingCatalog.QueryWithoutLimit,
    ];

    /// <inheritdoc/>
    public override ImmutableArray<FindingDescriptor> Findings => HeldByLimits.Add(FindingCatalog.RecursionFromInput);

    /// <inheritdoc/>
    public override void Describe(FlowModel model)
    {
        model.LoopBound = new(Danger.Amount, FindingCatalog.LoopFromInput, null);
        model.ArraySize = new(Danger.Amount, FindingCatalog.AllocationFromInput, null);
        model.TableSize = new(Danger.Length, FindingCatalog.AllocationFromInput, null);
        model.Recursion = new(Danger.Depth, FindingCatalog.RecursionFromInput, null);
        model.RecursionCount = new(Danger.Amount, FindingCatalog.RecursionFromInput, null);
        Parsers(model);
        Queries(model);
        Allocations(model);
        Waits(model);
        Reads(model);
        foreach (var type in new[] { "System.Linq.Enumerable", "System.Linq.Queryable" }) model.Sink(Danger.Amount, FindingCatalog.ResultFromInput, type, "Take", "count");
        foreach (var name in new[] { "ThrowIfGreaterThan", "ThrowIfGreaterThanOrEqual" }) model.Ensures(Danger.Amount | Danger.Length, "System.ArgumentOutOfRangeException", name, "value");
    }

    private static void Allocations(FlowModel model)
    {
        void Sink(string type, string member, string parameter) => model.Sink(Danger.Amount, FindingCatalog.AllocationFromInput, type, member, parameter);
        Sink("System.String", ".ctor", "count");
        Sink("System.String", "PadLeft", "totalWidth");
        Sink("System.String", "PadRight", "totalWidth");
        Sink("System.String", "Create", "length");
        Sink("System.Text.StringBuilder", ".ctor", "capacity");
        Sink("System.Text.StringBuilder", "Append", "repeatCount");
        Sink("System.Text.StringBuilder", "Insert", "count");
        Sink("System.Text.StringBuilder", "EnsureCapacity", "capacity");
        foreach (var type in new[] { "List`1", "Dictionary`2", "HashSet`1", "Queue`1", "Stack`1", "PriorityQueue`2" })
        {
            Sink("System.Collections.Generic." + type, ".ctor", "capacity|initialCapacity");
            Sink("System.Collections.Generic." + type, "EnsureCapacity", "capacity");
        }

        Sink("System.Buffers.ArrayPool`1", "Rent", "minimumLength");
        Sink("System.Buffers.MemoryPool`1", "Rent", "minBufferSize");
        Sink("System.Array", "CreateInstance", "length");
        Sink("System.Array", "Resize", "newSize");
        Sink("System.GC", "AllocateUninitializedArray", "length");
        Sink("System.GC", "AllocateArray", "length");
        Sink("System.IO.MemoryStream", ".ctor", "capacity");
        Sink("System.IO.Stream", "SetLength", "value");
        Sink("System.Security.Cryptography.RandomNumberGenerator", "GetBytes", "count");
        Sink("System.Security.Cryptography.RandomNumberGenerator", "GetString", "length");
        Sink("System.Security.Cryptography.RandomNumberGenerator", "GetHexString", "stringLength");
        Sink("System.Security.Cryptography.Rfc2898DeriveBytes", "Pbkdf2", "iterations|outputLength");
        Sink("System.Linq.Enumerable", "Repeat", "count");
        Sink("System.Linq.Enumerable", "Range", "count");
        Sink("System.Numerics.BigInteger", "Pow", "exponent");
        Sink("System.Collections.BitArray", ".ctor", "length");
    }

    /// <summary>System.Text.Json reads 64 levels and no more, unless it is told otherwise.</summary>
    private static void Parsers(FlowModel model)
    {
        foreach (var (type, member) in new[]
        {
            ("System.Text.Json.JsonDocument", "Parse"), ("System.Text.Json.JsonDocument", "ParseAsync"), ("System.Text.Json.Nodes.JsonNode", "Parse"),
            ("System.Text.Json.JsonSerializer", "Deserialize"), ("System.Text.Json.JsonSerializer", "DeserializeAsync"), ("System.Text.Json.JsonElement", "Parse"),
        })
            model.ClearsWhen(Danger.Depth, type, member, site => new[] { "options", "documentOptions" }.All(name => site.Property(name, "MaxDepth") is not int depth || depth <= 256));
    }

    /// <summary>Tables that are read whole, and limits that input sets.</summary>
    private static void Queries(FlowModel model)
    {
        const string entities = "Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions";
        foreach (var name in new[] { "ToListAsync", "ToArrayAsync", "ToHashSetAsync", "ToDictionaryAsync" }) model.Sink(Danger.Volume, FindingCatalog.QueryWithoutLimit, entities, name, "source");
        model.Clears(Danger.Volume, "System.Linq.Queryable", "Take");
        // The dialects' limit, given as a parameter.
        foreach (var (type, member, text, values) in new[] { ("Dapper.SqlMapper", "*", "sql", "param"), ("Dapper.CommandDefinition", ".ctor", "commandText", "parameters") })
            model.Sink(Danger.Limit, FindingCatalog.ResultFromInput, type, member, values, site => site.Text(text) is { } sql && SqlLimit.Names(sql).Any(name => (site.Reader(site[values], name).Danger & Danger.Amount) != Danger.None));
        foreach (var name in new[] { "AddWithValue", "Add" })
            model.Sink(Danger.Amount, FindingCatalog.ResultFromInput, "System.Data.Common.DbParameterCollection", name, "value", site => site.Text("parameterName") is { } parameter && SqlLimit.IsLimit(parameter));
    }

    /// <summary>Streams of unknown size that are read to their end into memory.</summary>
    private static void Reads(FlowModel model)
    {
        foreach (var name in new[] { "ReadToEnd", "ReadToEndAsync" }) model.Sink(Danger.Volume, FindingCatalog.ReadWithoutEnd, "System.IO.TextReader", name, "this");
        foreach (var name in new[] { "CopyTo", "CopyToAsync" })
            model.Sink(Danger.Volume, FindingCatalog.ReadWithoutEnd, "System.IO.Stream", name, "this", site => site["destination"].Flows.Any(flow => flow.Atom is ObjectAtom { Type.Name: "MemoryStream" or "StringWriter" }));
        foreach (var type in new[] { "GZipStream", "DeflateStream", "BrotliStream", "ZLibStream" }) model.Source(Source.Unpacked, "System.IO.Compression." + type, ".ctor");
        model.Source(Source.Unpacked, "System.IO.Compression.ZipArchiveEntry", "Open");
        model.Source(Source.Unpacked, "System.IO.Compression.ZipArchiveEntry", "OpenAsync");
        model.Checks(Danger.Volume, "System.IO.Stream", "Length", "this");
    }

    private static void Waits(FlowModel model)
    {
        void Sink(string type, string member, string parameter) => model.Sink(Danger.Amount, FindingCatalog.WaitFromInput, type, member, parameter);
        Sink("System.Threading.Tasks.Task", "Delay", "millisecondsDelay|delay");
        Sink("System.Threading.Thread", "Sleep", "millisecondsTimeout|timeout");
        Sink("System.Threading.Tasks.ParallelOptions", "MaxDegreeOfParallelism", "*");
        Sink("System.Threading.SemaphoreSlim", ".ctor", "initialCount|maxCount");
        Sink("System.Net.Http.HttpClient", "Timeout", "*");
    }
}
