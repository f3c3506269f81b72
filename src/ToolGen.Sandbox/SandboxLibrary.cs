using System;

namespace ToolGen.Sandbox;

/// <summary>An assembly that tools refer to, and that workers load beside theirs.</summary>
/// <param name="Name">Its simple name.</param>
/// <param name="Image">Its bytes.</param>
public sealed record SandboxLibrary(string Name, ReadOnlyMemory<byte> Image);
