using System;
using System.IO;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace ToolGen.Effects.Http;

/// <summary>Reads an answer's body, and no more of it than is kept: what is counted is what came out of the decompression.</summary>
internal static class HttpBody
{
    private const int First = 16 << 10;

    /// <exception cref="ToolException"><c>limit</c>.</exception>
    public static async ValueTask<byte[]> ReadAsync(HttpContent content, string origin, CancellationToken cancellationToken)
    {
        var announced = content.Headers.ContentLength;
        if (announced > HttpCaps.AnswerBytes) throw TooLarge(origin);
        if (announced == 0) return [];
        var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            // The client ends an answer at the length it announced, and fails where there is less.
            if (announced is { } length)
            {
                var whole = new byte[(int)length];
                await stream.ReadExactlyAsync(whole, cancellationToken).ConfigureAwait(false);
                return whole;
            }

            var buffer = new byte[First];
            var filled = 0;
            while (await stream.ReadAsync(buffer.AsMemory(filled), cancellationToken).ConfigureAwait(false) is > 0 and var read)
            {
                filled += read;
                if (filled > HttpCaps.AnswerBytes) throw TooLarge(origin);
                if (filled == buffer.Length) Array.Resize(ref buffer, Math.Min(buffer.Length * 2, HttpCaps.AnswerBytes + 1));
            }

            if (filled < buffer.Length) Array.Resize(ref buffer, filled);
            return buffer;
        }
    }

    private static ToolException TooLarge(string origin) => new(ToolErrorCodes.Limit, $"the answer of {origin} has more than {HttpCaps.AnswerBytes >> 20} MiB");
}
