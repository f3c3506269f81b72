using System;
using System.Threading;
using System.Threading.Tasks;

namespace ToolGen.Hosting;

/// <summary>Decides which calls a host lets through. Asked before each call, for each tool that another one calls, and once a set of tools for what a caller sees; thread-safe and quick.</summary>
public interface IToolPolicy
{
    /// <summary>Decides.</summary>
    PolicyDecision Decide(ToolDescriptor tool, ToolCaller caller);
}

/// <summary>Asks a person.</summary>
public interface IToolApproval
{
    /// <summary>Asks whether one call may be made.</summary>
    /// <param name="tool">What is called.</param>
    /// <param name="arguments">With what.</param>
    /// <param name="caller">By whom.</param>
    /// <param name="cancellationToken">Ends the question, as no.</param>
    ValueTask<bool> AskAsync(ToolDescriptor tool, ReadOnlyMemory<byte> arguments, ToolCaller caller, CancellationToken cancellationToken);
}
