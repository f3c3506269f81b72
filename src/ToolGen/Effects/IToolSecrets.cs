using System.Threading;
using System.Threading.Tasks;

namespace ToolGen;

/// <summary>Secrets that can be used, never read. Capability <c>secret NAME</c>.</summary>
public interface IToolSecrets
{
    /// <summary>Signs a text; key and text as UTF-8.</summary>
    /// <param name="name">The secret's logical name.</param>
    /// <param name="text">What is signed.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ToolException"><c>missing_secret</c>, <c>denied</c>.</exception>
    ValueTask<byte[]> HmacSha256(string name, string text, CancellationToken cancellationToken = default);
}
