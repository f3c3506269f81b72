using System;
using System.Threading.Tasks;
using ToolGen.Registry.Storage;
using ToolGen.Registry.Tests.Memory;

namespace ToolGen.Registry.Tests;

/// <summary>Tests of what a registry does, whatever database is behind it. A class whose tests hold for each has one after it that runs them over rows in memory.</summary>
public abstract class RegistryTests
{
    /// <summary>Whether rows are kept in memory; no: in a SQLite file.</summary>
    protected virtual bool IsInMemory => false;

    private protected Task<OpenedRegistry> MakeAsync(Func<RegistryOptions, RegistryOptions>? with = null, bool trusts = true)
    {
        if (!this.IsInMemory) return OpenedRegistry.MakeAsync(with, trusts);
        var store = new MemoryStore();
        return OpenedRegistry.MakeAsync(with, trusts, _ => store);
    }
}
