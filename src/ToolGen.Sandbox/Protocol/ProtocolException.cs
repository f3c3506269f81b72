using System;

namespace ToolGen.Sandbox.Protocol;

/// <summary>The other side does not speak the protocol.</summary>
internal sealed class ProtocolException(string message) : Exception(message)
{
    /// <summary>Whether it only said too much.</summary>
    public bool IsTooMuch { get; init; }
}
