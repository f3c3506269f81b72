using System;

namespace ToolGen;

/// <summary>
/// Names the C# type of a nominal type (<c>x-type</c>) of an assembly, so that tools of assemblies that refer to it take the same type; written
/// by the generator.
/// </summary>
/// <param name="name">As schemas write it.</param>
/// <param name="type">Its type, public.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class NominalTypeAttribute(string name, Type type) : Attribute
{
    /// <summary>As schemas write it; compared as written.</summary>
    public string Name { get; } = name;

    /// <summary>Its type.</summary>
    public Type Type { get; } = type;
}
