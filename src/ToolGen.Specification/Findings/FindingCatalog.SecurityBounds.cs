namespace ToolGen.Specification.Findings;

/// <summary>Work and memory that somebody else sizes: {0} is what is sized, {1} by what.</summary>
public static partial class FindingCatalog
{
    public static readonly FindingDescriptor LoopFromInput = new(
        "TG3020",
        "Loop as long as input says",
        FindingSeverity.Warning,
        "{1} decides how often {0} runs",
        "Check it against a limit first and refuse what is larger, or take Math.Min of both.",
        "A model asks for a billion rounds as easily as for ten. A limit that stands in the code, or `maximum` in the schema where the host enforces it, keeps one call from taking the machine.",
        "for (var i = 0; i < count; i++) lines.Add(Roll());",
        "if (count is < 1 or > 100) throw new ArgumentOutOfRangeException(nameof(count), \"1 to 100\");\nfor (var i = 0; i < count; i++) lines.Add(Roll());");

    public static readonly FindingDescriptor RecursionFromInput = new(
        "TG3021",
        "Recursion as deep as input says",
        FindingSeverity.Warning,
        "{1} decides how deep {0} calls itself",
        "Pass the depth along and refuse beyond a limit, or use a loop with a stack of its own.",
        "A stack that overflows ends the process; nothing catches it. Input that is nested a few thousand times is a small text.",
        "int Depth(JsonElement e) => e.ValueKind == JsonValueKind.Array ? 1 + e.EnumerateArray().Max(Depth) : 0;",
        "int Depth(JsonElement e, int depth = 0) => depth > 64 ? throw new ArgumentException(\"nested more than 64 levels\")\n    : e.ValueKind == JsonValueKind.Array ? 1 + e.EnumerateArray().Max(x => Depth(x, depth + 1)) : 0;");

    public static readonly FindingDescriptor AllocationFromInput = new(
        "TG3022",
        "Memory as much as input says",
        FindingSeverity.Warning,
        "{1} decides how much memory {0} takes",
        "Check it against a limit first and refuse what is larger, or take Math.Min of both.",
        "One number takes gigabytes, and the process ends with what else it serves.",
        "var buffer = new byte[size];",
        "if (size is < 0 or > 65536) throw new ArgumentOutOfRangeException(nameof(size), \"at most 65,536\");\nvar buffer = new byte[size];");

    public static readonly FindingDescriptor WaitFromInput = new(
        "TG3023",
        "Wait as long as input says",
        FindingSeverity.Warning,
        "{1} decides how long {0} waits, or how much it does at once",
        "Check it against a limit first, or take Math.Min of both.",
        "A call that sleeps for a day holds its worker for a day.",
        "await Task.Delay(TimeSpan.FromSeconds(seconds), cancellationToken);",
        "await Task.Delay(TimeSpan.FromSeconds(Math.Min(seconds, 30)), cancellationToken);");

    public static readonly FindingDescriptor ResultFromInput = new(
        "TG3024",
        "Result as long as input says",
        FindingSeverity.Warning,
        "{1} decides how much {0} lets through",
        "Take Math.Min of it and a limit, or refuse what is larger.",
        "A page size that the model chooses is no page size: one call fetches, holds and sends all there is.",
        "return rows.Skip(page * size).Take(size).ToList();",
        "size = Math.Clamp(size, 1, 100);\nreturn rows.Skip(page * size).Take(size).ToList();");

    public static readonly FindingDescriptor ReadWithoutEnd = new(
        "TG3025",
        "Read without an end",
        FindingSeverity.Warning,
        "{0} reads {1} to its end into memory, however long that is",
        "Read in pieces and stop at a limit, or check the length first.",
        "A kilobyte that is compressed well unpacks to a gigabyte; an answer of another machine may never end.",
        "using var unpacked = new StreamReader(new GZipStream(body, CompressionMode.Decompress));\nreturn unpacked.ReadToEnd();",
        "var text = new char[65536];\nvar length = unpacked.ReadBlock(text);\nreturn unpacked.Peek() < 0 ? new string(text, 0, length) : throw new InvalidDataException(\"more than 65,536 characters\");");

    public static readonly FindingDescriptor QueryWithoutLimit = new(
        "TG3026",
        "Query without a limit",
        FindingSeverity.Warning,
        "{0} fetches {1} as far as it fits the condition, however many rows that are",
        "Put `Take` with a limit before it.",
        "A filter that matches everything brings the whole table into memory and into the model's context.",
        "return await db.Customers.Where(c => c.Name.Contains(part)).ToListAsync();",
        "return await db.Customers.Where(c => c.Name.Contains(part)).Take(50).ToListAsync();");
}
