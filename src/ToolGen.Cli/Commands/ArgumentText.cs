using System;
using System.IO;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace ToolGen.Cli.Commands;

/// <summary>The arguments of a call: given as text, as <c>@FILE</c>, or as <c>-</c> for standard input.</summary>
internal static class ArgumentText
{
    private const int MaximumBytes = 64 << 20;

    /// <exception cref="UsageException">The file can't be read, is larger than 64 MiB, or is no UTF-8.</exception>
    public static async Task<string> ReadAsync(string argument, CancellationToken cancellationToken)
    {
        if (argument != "-" && !argument.StartsWith('@')) return argument;
        try
        {
            await using var from = argument == "-" ? Console.OpenStandardInput() : File.OpenRead(argument[1..]);
            using var bytes = new MemoryStream();
            var buffer = new byte[81920];
            int count;
            while ((count = await from.ReadAsync(buffer, cancellationToken)) > 0)
            {
                bytes.Write(buffer, 0, count);
                if (bytes.Length > MaximumBytes) throw new UsageException($"the arguments are longer than {MaximumBytes >> 20} MiB");
            }

            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
        }
        catch (DecoderFallbackException)
        {
            throw new UsageException("the arguments are no UTF-8");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UsageException($"cannot read the arguments: {e.Message}");
        }
    }
}
