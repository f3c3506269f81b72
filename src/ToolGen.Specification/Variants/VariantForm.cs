using System.Collections.Generic;
using ToolGen.Specification.Schemas;

namespace ToolGen.Specification.Variants;

/// <summary>How a value is said where the provider's schema cannot say it as it is; the contract reads it back (<c>ToolGen.ToolVariant</c>).</summary>
internal abstract record VariantForm
{
    /// <summary>The value itself.</summary>
    public static readonly VariantForm Same = new SameForm();

    /// <summary>A string that holds the value as JSON.</summary>
    public static readonly VariantForm Text = new TextForm();

    public bool IsSame => ReferenceEquals(this, Same);
}

internal sealed record SameForm : VariantForm;

internal sealed record TextForm : VariantForm;

internal sealed record ListForm(VariantForm Item) : VariantForm;

/// <summary>A tuple as an object of <c>item_1</c>, <c>item_2</c> and so on.</summary>
internal sealed record TupleForm(IReadOnlyList<VariantForm> Items) : VariantForm
{
    public static string NameOf(int index) => "item_" + (index + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>A map as a list of <c>{"name", "value"}</c>.</summary>
internal sealed record EntriesForm(VariantForm Value) : VariantForm
{
    public const string Name = "name";
    public const string ValueName = "value";
}

/// <summary>An object with named properties.</summary>
/// <param name="Fields">In order.</param>
/// <param name="More">The property that holds all others as <see cref="EntriesForm"/>; null: there are no others.</param>
/// <param name="MoreValue">The form of the others' values.</param>
internal sealed record RecordForm(IReadOnlyList<FieldForm> Fields, string? More, VariantForm MoreValue) : VariantForm;

/// <summary>A property.</summary>
/// <param name="Name">For the provider.</param>
/// <param name="Canonical">In the tool's own schema.</param>
/// <param name="Form">Of its value.</param>
/// <param name="Absence">How its absence is said.</param>
internal sealed record FieldForm(string Name, string Canonical, VariantForm Form, Absence Absence);

/// <summary>How the absence of a property is said.</summary>
internal enum Absence
{
    /// <summary>It is absent.</summary>
    Absent,

    /// <summary>It is null, and its value never is.</summary>
    Null,

    /// <summary>It is null; a value, which may be null too, stands in <c>{"value": …}</c>.</summary>
    NullBesideWrapped,
}

/// <summary>One of several forms.</summary>
/// <param name="Choice">What tells which one was written.</param>
/// <param name="Property">For <see cref="UnionChoice.Property"/>: its name.</param>
/// <param name="Branches">In order.</param>
internal sealed record UnionForm(UnionChoice Choice, string? Property, IReadOnlyList<BranchForm> Branches) : VariantForm;

internal enum UnionChoice
{
    /// <summary>The JSON type.</summary>
    Type,

    /// <summary>The constant in a property.</summary>
    Property,

    /// <summary>The name of the only property of an object around it.</summary>
    Case,
}

/// <summary>One form of several.</summary>
/// <param name="Schema">What a value fits that is said so; null: <paramref name="Types"/> tells.</param>
/// <param name="Types">The types of those values.</param>
/// <param name="Said">The types of what is written.</param>
/// <param name="Keys">The constants, or the one case's name.</param>
/// <param name="Form">The form.</param>
internal sealed record BranchForm(SchemaNode? Schema, SchemaTypes Types, SchemaTypes Said, IReadOnlyList<string> Keys, VariantForm Form);

/// <summary>A form of <c>$defs</c>.</summary>
internal sealed record ReferenceForm(string Name) : VariantForm;

/// <summary>All arguments as the one property of an object.</summary>
internal sealed record WrappedForm(string Name, VariantForm Form) : VariantForm;
