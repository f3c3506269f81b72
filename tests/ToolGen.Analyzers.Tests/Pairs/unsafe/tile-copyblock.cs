// Fetches a map tile and takes the picture out of it; the length in the answer is only asserted, and assertions are not in a release.
using System;
using System.Buffers.Binary;
using System.Diagnostics;
using System.Net.Http;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Extensions.AI;

namespace Vulnerable
{
    public sealed class TileClient(HttpClient http)
    {
        public AIFunction AsFunction() => AIFunctionFactory.Create(GetTileAsync, "get_tile", "Picture of a map tile in base64.");

        private async Task<string> GetTileAsync(byte zoom, ushort x, ushort y, CancellationToken cancellationToken)
        {
            var answer = await http.GetByteArrayAsync($"https://tiles.example.com/{zoom}/{x}/{y}.bin", cancellationToken);
            return Convert.ToBase64String(Unpack(answer));
        }

        private static byte[] Unpack(byte[] answer)
        {
            uint length = Unsafe.ReadUnaligned<uint>(ref answer[0]);
            Debug.Assert(length + 4 <= answer.Length, "truncated tile");
            var picture = new byte[length];
            Unsafe.CopyBlockUnaligned(ref picture[0], ref answer[4], length);
            return picture;
        }
    }
}

namespace Fixed
{
    public sealed class TileClient(HttpClient http)
    {
        public AIFunction AsFunction() => AIFunctionFactory.Create(GetTileAsync, "get_tile", "Picture of a map tile in base64.");

        private async Task<string> GetTileAsync(byte zoom, ushort x, ushort y, CancellationToken cancellationToken)
        {
            var answer = await http.GetByteArrayAsync($"https://tiles.example.com/{zoom}/{x}/{y}.bin", cancellationToken);
            return Convert.ToBase64String(Unpack(answer));
        }

        private static ReadOnlySpan<byte> Unpack(ReadOnlySpan<byte> answer)
        {
            if (!BinaryPrimitives.TryReadUInt32LittleEndian(answer, out var length) || length > (uint)(answer.Length - 4))
            {
                throw new InvalidOperationException("The server sent a damaged tile.");
            }

            return answer.Slice(4, (int)length);
        }
    }
}
