using System;

namespace ToolGen.Testing.Replay;

/// <summary>The world of a sample can't be made; the message says which part of <c>given</c> is at fault.</summary>
internal sealed class SampleWorldException(string message) : Exception(message);
