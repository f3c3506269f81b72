using System;
using System.Collections.Generic;
using System.Text;
using ToolGen.Specification.Specs;

namespace ToolGen.Generator.Types;

/// <summary>C# names of JSON names (SPEC §2).</summary>
public static class CSharpNames
{
    /// <summary>What every record and object has.</summary>
    private static readonly HashSet<string> ReservedMembers = new(StringComparer.Ordinal)
    {
        "Equals", "GetHashCode", "GetType", "ToString", "ReferenceEquals", "MemberwiseClone", "Finalize", "Clone", "EqualityContract", "PrintMembers", "Deconstruct", "AdditionalProperties",
    };

    /// <summary>Names inside a tool that mean something to every body: the contract's members and the aliases of the closed scope.</summary>
    private static readonly HashSet<string> ReservedTypes = new(StringComparer.Ordinal)
    {
        "RunAsync", "CallAsync", "Descriptor", "Limits", "Instance", "Fail", "ReadInput", "WriteOutput", "UseInvariantCulture", "Wire", "McpTool", "Strict", "StrictData", "DescriptorOf", "ServedFrom",
        "System", "ToolGen", "Microsoft", "Catalog", "Tool", "ToolContext", "ToolException", "CancellationToken", "ValueTask", "Task",
        "Math", "MathF", "Convert", "StringComparer", "StringComparison", "Enumerable", "DateOnly", "TimeOnly", "DateTimeOffset", "DateTime", "TimeSpan", "Guid",
        "BigInteger", "CultureInfo", "Optional", "JsonElement", "IReadOnlyList", "IReadOnlyDictionary", "ReadOnlyMemory", "List", "Dictionary", "StringBuilder", "Regex",
    };

    /// <summary>
    /// Pascal case: split where a character is no letter or digit, and at lower→Upper; first letters up, the rest kept; a leading digit gets <c>_</c>.
    /// </summary>
    public static string Pascal(string name) => MemberName.Pascal(name);

    /// <summary>The class of a tool.</summary>
    public static string ClassOf(string toolName) => Type(toolName);

    /// <summary>A type: a reserved name gets a trailing <c>_</c>.</summary>
    public static string Type(string jsonName) => Guard(Pascal(jsonName));

    /// <summary>A property or constant of the type <paramref name="owner"/>: a reserved name and the type's own get a trailing <c>_</c>.</summary>
    public static string Member(string jsonName, string owner)
    {
        var name = Pascal(jsonName);
        return ReservedMembers.Contains(name) || name == owner ? name + "_" : name;
    }

    private static string Guard(string name) => ReservedMembers.Contains(name) || ReservedTypes.Contains(name) ? name + "_" : name;

    /// <summary>Makes what a project calls its root namespace one that C# accepts: <c>My.Cool-Server</c> → <c>My.Cool_Server</c>.</summary>
    public static string Namespace(string text)
    {
        var parts = new List<string>();
        foreach (var part in text.Split('.'))
        {
            var name = new StringBuilder(part.Length);
            foreach (var c in part) name.Append(char.IsLetterOrDigit(c) || c == '_' ? c : '_');
            if (name.Length == 0) continue;
            if (char.IsDigit(name[0])) name.Insert(0, '_');
            var identifier = name.ToString();
            parts.Add(Microsoft.CodeAnalysis.CSharp.SyntaxFacts.GetKeywordKind(identifier) == Microsoft.CodeAnalysis.CSharp.SyntaxKind.None ? identifier : "@" + identifier);
        }

        return string.Join(".", parts);
    }
}

/// <summary>Hands out names that differ, ignoring case.</summary>
public sealed class NameTable
{
    private readonly HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Takes the first candidate that is free, else numbers the last from 2.</summary>
    public string Take(params string[] candidates)
    {
        foreach (var candidate in candidates)
            if (this.taken.Add(candidate)) return candidate;
        for (var number = 2; ; number++)
        {
            var name = candidates[candidates.Length - 1] + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
            if (this.taken.Add(name)) return name;
        }
    }

    /// <summary>Whether a name is still to be had.</summary>
    public bool IsFree(string name) => !this.taken.Contains(name);
}
