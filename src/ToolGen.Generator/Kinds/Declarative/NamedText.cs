namespace ToolGen.Generator.Kinds.Declarative;

/// <summary>A name and an expression.</summary>
internal sealed record NamedText(string Name, string Text);
