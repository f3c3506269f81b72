using System.Threading;
using System.Threading.Tasks;
using ToolGen.Effects;
using ToolGen.Specification.Capabilities;

namespace ToolGen.Testing.Replay.Data;

/// <summary>Databases of a sample: those that <c>given.sql</c> made, behind the same guard as any other; without one there is no answer.</summary>
internal sealed class ReplayData(CallScope scope, ReplayState state, IToolData real) : IToolData
{
    public ValueTask<IToolDataSession> OpenAsync(string database, bool writes = false, CancellationToken cancellationToken = default)
    {
        if (scope.Capabilities.Allows(new SqlCapability(database, writes)) && !scope.Grants.Databases.ContainsKey(database))
            state.Miss($"the database {CallScope.Shown(database)}; add statements that make it to given.sql");
        return real.OpenAsync(database, writes, cancellationToken);
    }
}
