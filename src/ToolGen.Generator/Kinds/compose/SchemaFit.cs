using System.Collections.Generic;
using System.Linq;
using ToolGen.Specification.Json;
using ToolGen.Specification.Schemas;

namespace ToolGen.Generator.Kinds.Compose;

/// <summary>
/// Whether every value of one schema can stand where another is asked for, as far as types and names decide: bounds and patterns are the callee's
/// to check, on each value. Nominal types must be the same, in both directions.
/// </summary>
internal sealed class SchemaFit
{
    private const int MaxDepth = 64;

    private static readonly string[] TypedFormats = ["date", "time", "date-time", "duration", "uuid"];

    private readonly HashSet<(SchemaNode, SchemaNode)> open = [];
    private readonly SchemaPlan from;
    private readonly SchemaPlan to;

    private SchemaFit(SchemaPlan from, SchemaPlan to)
    {
        this.from = from;
        this.to = to;
    }

    /// <summary>Why a value does not fit; null where it does.</summary>
    public static Misfit? Check(SchemaPlan from, SchemaNode source, SchemaPlan to, SchemaNode target) => new SchemaFit(from, to).Check(source, target, "", 0);

    /// <summary>Whether a target takes anything.</summary>
    public static bool TakesAnything(SchemaNode target) =>
        target is { Types: SchemaTypes.Any, NominalType: null, Reference: null, Properties.Count: 0, Items: null, PrefixItems.Count: 0, AdditionalProperties: null } && !target.HasInPlace;

    private Misfit? Check(SchemaNode source, SchemaNode target, string path, int depth)
    {
        source = SchemaValue.Follow(this.from, source);
        target = SchemaValue.Follow(this.to, target);
        if (depth > MaxDepth || TakesAnything(target) || !this.open.Add((source, target))) return null;
        var misfit = this.Types(source, target, path) ?? this.Items(source, target, path, depth) ?? this.Members(source, target, path, depth);
        this.open.Remove((source, target));
        return misfit;
    }

    private Misfit? Types(SchemaNode source, SchemaNode target, string path)
    {
        var misfit = new Misfit(path, SchemaText.Of(this.to, target), SchemaText.Of(this.from, source));
        if (source.NominalType != target.NominalType) return misfit;
        if (source.Types != SchemaTypes.Any && (source.Types & ~target.Types & (path.Length == 0 ? ~SchemaTypes.Null : SchemaTypes.Any)) != 0) return misfit;
        if ((source.Types & SchemaTypes.String) == 0 || (target.Types & SchemaTypes.String) == 0 || source.Types == SchemaTypes.Any) return null;
        if (target.FormatAsserted && TypedFormats.Contains(target.Format) && !(source.FormatAsserted && source.Format == target.Format)) return misfit;
        if (target.Base64 && !source.Base64) return misfit;
        return source.Enum is { } values && target.Enum is { } allowed && !values.Any(value => allowed.Any(one => JsonEquality.Equals(one, value))) ? misfit : null;
    }

    private Misfit? Items(SchemaNode source, SchemaNode target, string path, int depth)
    {
        if ((source.Types & SchemaTypes.Array) == 0 || source.Types == SchemaTypes.Any) return null;
        if (target.PrefixItems.Count > 0)
        {
            if (source.PrefixItems.Count != target.PrefixItems.Count) return new(path, SchemaText.Of(this.to, target), SchemaText.Of(this.from, source));
            for (var i = 0; i < source.PrefixItems.Count; i++)
                if (this.Check(source.PrefixItems[i], target.PrefixItems[i], path + "/" + i, depth + 1) is { } misfit) return misfit;
            return null;
        }

        if (target.Items is not { } slot) return null;
        return source.PrefixItems.Append(source.Items).OfType<SchemaNode>().Select(element => this.Check(element, slot, path + "/*", depth + 1)).FirstOrDefault(misfit => misfit is not null);
    }

    private Misfit? Members(SchemaNode source, SchemaNode target, string path, int depth)
    {
        if ((source.Types & SchemaTypes.Object) == 0 || source.Types == SchemaTypes.Any) return null;
        foreach (var property in target.Properties)
        {
            var given = source.Properties.FirstOrDefault(one => one.Name == property.Name);
            var place = path + "/" + property.Name;
            if (given is null ? property.IsRequired : property.IsRequired && !given.IsRequired)
                return new(place, SchemaText.Of(this.to, property.Schema), given is null ? "nothing" : SchemaText.Of(this.from, given.Schema) + " that may be absent");
            if (given is not null && this.Check(given.Schema, property.Schema, place, depth + 1) is { } misfit) return misfit;
        }

        if (target.AdditionalProperties is not { Types: not SchemaTypes.None } more) return null;
        foreach (var given in source.Properties.Where(one => target.Properties.All(property => property.Name != one.Name)))
            if (this.Check(given.Schema, more, path + "/" + given.Name, depth + 1) is { } misfit) return misfit;
        return source.AdditionalProperties is { Types: not SchemaTypes.None } rest ? this.Check(rest, more, path + "/*", depth + 1) : null;
    }
}

/// <summary>A value that does not fit.</summary>
/// <param name="Path">JSON Pointer inside the value, <c>*</c> for any element; empty for the value itself.</param>
/// <param name="Expected">In words.</param>
/// <param name="Given">In words.</param>
internal sealed record Misfit(string Path, string Expected, string Given);
