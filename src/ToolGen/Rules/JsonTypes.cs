using System;

namespace ToolGen;

/// <summary>The JSON types that a <see cref="SchemaRule"/> allows; an integer is a number of integral value (<c>1.0</c> too).</summary>
[Flags]
public enum JsonTypes
{
    None = 0,
    Null = 1,
    Boolean = 2,
    Integer = 4,
    Number = 8 | Integer,
    String = 16,
    Array = 32,
    Object = 64,
    Any = Null | Boolean | Number | String | Array | Object,
}
