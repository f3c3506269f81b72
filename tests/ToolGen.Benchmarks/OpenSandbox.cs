using System;
using ToolGen.Forge.Trial;

namespace ToolGen.Benchmarks;

/// <summary>A sandbox as long as a measurement runs.</summary>
internal sealed class OpenSandbox(TrialSandbox value) : IDisposable
{
    public TrialSandbox Value => value;

    public void Dispose() => value.DisposeAsync().AsTask().GetAwaiter().GetResult();
}
