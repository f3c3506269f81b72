using ToolGen.Generator.Types;

namespace ToolGen.Generator.Kinds.Declarative;

/// <summary>A name that a hole can begin with, beside the inputs.</summary>
/// <param name="Name">As holes write it: a <c>let</c>, a step, <c>response</c>, <c>row</c>.</param>
/// <param name="Use">Its type where a schema gives one; null: the compiler knows it.</param>
/// <param name="Shape">What is known of its members where no schema gives its type; null: nothing.</param>
internal sealed record HoleRoot(string Name, TypeUse? Use = null, RowShape? Shape = null);

/// <summary>What a hole stands for.</summary>
/// <param name="Expression">In C#.</param>
/// <param name="Use">Its type, <c>null</c> among its values where any part of the path may be null; null: the compiler knows it.</param>
internal sealed record HoleValue(string Expression, TypeUse? Use);
