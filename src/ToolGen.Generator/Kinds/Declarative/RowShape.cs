using System.Collections.Generic;
using System.Linq;
using ToolGen.Generator.Types;
using ToolGen.Specification.Json;

namespace ToolGen.Generator.Kinds.Declarative;

/// <summary>What the generator knows of a row (or another value): its properties by name. Their C# types are the compiler's to know.</summary>
/// <param name="Fields">In order; empty where nothing is known.</param>
/// <param name="Access">How a property is reached.</param>
internal sealed record RowShape(IReadOnlyList<RowField> Fields, RowAccess Access = RowAccess.Member)
{
    /// <summary>A value of which nothing is known.</summary>
    public static RowShape Unknown { get; } = new([], RowAccess.Unknown);

    /// <summary>A row with every column of its source, by name.</summary>
    public static RowShape Columns { get; } = new([], RowAccess.Indexer);

    public bool IsKnown => this.Access == RowAccess.Member;

    /// <summary>A property by its name in JSON.</summary>
    public RowField? this[string jsonName] => this.Fields.FirstOrDefault(field => field.JsonName == jsonName);

    /// <summary>Properties that the contract gives a row.</summary>
    public static RowShape Of(params string[] jsonNames) => new(jsonNames.Select(name => new RowField(name, CSharpNames.Member(name, ""), null, default)).ToArray());

    /// <summary>The properties of a generated record.</summary>
    public static RowShape Of(RecordModel record, ToolTypes types, TextSpan place) =>
        new(record.Properties.Select(p => new RowField(p.JsonName, p.Name, InnerOf(p.Use, types, place, 0), place)).ToArray());

    /// <summary>With a property added, or replaced at its place.</summary>
    public RowShape With(string jsonName, RowShape? inner, TextSpan place)
    {
        var fields = this.Fields.ToList();
        var at = fields.FindIndex(field => field.JsonName == jsonName);
        if (at >= 0) fields[at] = fields[at] with { Inner = inner, Place = place };
        else fields.Add(new(jsonName, this.FreeName(jsonName), inner, place));
        return this with { Fields = fields };
    }

    // Two names equal but for case: the second gets 2 (SPEC §2).
    private string FreeName(string jsonName)
    {
        var wanted = CSharpNames.Member(jsonName, "");
        var name = wanted;
        for (var n = 2; this.Fields.Any(field => string.Equals(field.Name, name, System.StringComparison.OrdinalIgnoreCase)); n++)
            name = wanted + n.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return name;
    }

    // A record can hold itself; no mapping goes that deep.
    private static RowShape? InnerOf(TypeUse use, ToolTypes types, TextSpan place, int depth)
    {
        var type = use.Type is ListType list ? list.Element.Type : use.Type;
        if (depth > 8 || type is not NamedType named || types.Records.FirstOrDefault(record => record.Name == named.Name) is not { } inner) return null;
        return new(inner.Properties.Select(p => new RowField(p.JsonName, p.Name, InnerOf(p.Use, types, place, depth + 1), place)).ToArray());
    }
}

/// <summary>How a property of a row is reached.</summary>
internal enum RowAccess
{
    /// <summary><c>row.Region</c>.</summary>
    Member,

    /// <summary><c>row["region"]</c>.</summary>
    Indexer,

    /// <summary>As a member, if it has it: the compiler will say.</summary>
    Unknown,
}

/// <summary>A property of a row.</summary>
/// <param name="JsonName">As steps and schemas write it.</param>
/// <param name="Name">In C#.</param>
/// <param name="Inner">Of its value, or of its elements where it is a list; null where that is not known.</param>
/// <param name="Place">What made it.</param>
internal sealed record RowField(string JsonName, string Name, RowShape? Inner, TextSpan Place);
