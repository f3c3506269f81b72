using ToolGen.Specification;

namespace ToolGen.Generator.Methods;

/// <summary>A type of a parameter or result: how its schema reads, and how values turn into it and back.</summary>
/// <param name="Name">The whole name in C#, without <c>?</c>.</param>
/// <param name="IsValueType">Whether <c>T?</c> is <c>Nullable&lt;T&gt;</c>.</param>
internal abstract record MethodType(string Name, bool IsValueType);

/// <summary>A type at one place.</summary>
/// <param name="Type">The type.</param>
/// <param name="IsNullable">Whether null is allowed.</param>
/// <param name="Keywords">Members of the schema beside those of the type: a description, bounds. JSON members with a comma in front; may be empty.</param>
internal sealed record MethodUse(MethodType Type, bool IsNullable, string Keywords = "")
{
    /// <summary>The type as written.</summary>
    public string TypeName => this.IsNullable ? this.Type.Name + "?" : this.Type.Name;
}

/// <summary>A value that JSON has one word for.</summary>
/// <param name="Name">Of the type.</param>
/// <param name="IsValueType">Of the type.</param>
/// <param name="JsonType"><c>string integer number boolean</c>, or empty for any JSON.</param>
/// <param name="Keywords">Further members of the schema, a comma in front.</param>
/// <param name="Into">C# that makes it of what the schema's reader gives; <c>$</c> stands for the value. Null: it is the same.</param>
/// <param name="Back">The other way.</param>
internal sealed record ScalarType(string Name, bool IsValueType, string JsonType, string Keywords = "", string? Into = null, string? Back = null) : MethodType(Name, IsValueType);

/// <summary>An enum, by the names of its members.</summary>
/// <param name="Name">Of the type.</param>
/// <param name="Members">JSON name and C# name.</param>
/// <param name="IsFlags">Whether the value is a set of them.</param>
internal sealed record EnumType(string Name, EquatableArray<EnumMember> Members, bool IsFlags) : MethodType(Name, true);

/// <summary>A member of an enum.</summary>
internal sealed record EnumMember(string Json, string Name);

/// <summary>An array, list or set.</summary>
/// <param name="Name">Of the type.</param>
/// <param name="IsValueType">Of the type.</param>
/// <param name="Element">Its elements.</param>
/// <param name="IsSet">Whether each is there once.</param>
/// <param name="Into">C# that makes it of a sequence <c>$</c>; null: an <c>IReadOnlyList</c> will do.</param>
internal sealed record SequenceType(string Name, bool IsValueType, MethodUse Element, bool IsSet, string? Into) : MethodType(Name, IsValueType);

/// <summary>Values by name.</summary>
/// <param name="Name">Of the type.</param>
/// <param name="IsValueType">Of the type.</param>
/// <param name="Element">Its values.</param>
/// <param name="Into">C# that makes it of a <c>Dictionary</c> <c>$</c>; null: that will do.</param>
internal sealed record DictionaryType(string Name, bool IsValueType, MethodUse Element, string? Into) : MethodType(Name, IsValueType);

/// <summary>A tuple: an array of exactly its elements.</summary>
internal sealed record ElementsType(string Name, EquatableArray<MethodUse> Elements) : MethodType(Name, true);

/// <summary>A class, record or struct with properties; what it is made of stands in an <see cref="ObjectShape"/> of the same name.</summary>
internal sealed record ObjectType(string Name, bool IsValueType) : MethodType(Name, IsValueType);

/// <summary>The properties of a type.</summary>
/// <param name="Name">The whole name in C#.</param>
/// <param name="Title">What it is called where the schema names it.</param>
/// <param name="IsValueType">Of the type.</param>
/// <param name="Description">Of the type; may be empty.</param>
/// <param name="Properties">The constructor's parameters first, in its order, when it is read.</param>
/// <param name="IsShared">Whether the schema holds it more than once, or inside itself.</param>
internal sealed record ObjectShape(string Name, string Title, bool IsValueType, string Description, EquatableArray<ObjectProperty> Properties, bool IsShared);

/// <summary>A property.</summary>
/// <param name="Json">Its name in JSON.</param>
/// <param name="Name">Its name in C#; of the constructor's parameter where <paramref name="IsArgument"/>.</param>
/// <param name="Use">Its type.</param>
/// <param name="IsArgument">Whether the constructor takes it.</param>
/// <param name="IsRequired">Whether it must be there.</param>
/// <param name="Otherwise">For an argument that may be left out and has no default in the schema: what is passed then.</param>
internal sealed record ObjectProperty(string Json, string Name, MethodUse Use, bool IsArgument, bool IsRequired, string? Otherwise);
