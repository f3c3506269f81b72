// Takes a file in chunks; room is made as the first call says, and each chunk lands where its own call says.
using System;
using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using ModelContextProtocol;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public sealed class UploadTools : IDisposable
    {
        private nint buffer;
        private int total;

        [McpServerTool(Name = "begin_upload"), Description("Begins an upload of so many bytes.")]
        public void Begin(int size)
        {
            Dispose();
            (buffer, total) = (Marshal.AllocHGlobal(size), size);
        }

        [McpServerTool(Name = "upload_chunk"), Description("Puts a chunk at an offset.")]
        public int Append(int offset, string chunk)
        {
            if (buffer == 0) throw new McpException("No upload has begun.");
            var bytes = Convert.FromBase64String(chunk);
            Marshal.Copy(bytes, 0, nint.Add(buffer, offset), bytes.Length);
            return offset + bytes.Length;
        }

        [McpServerTool(Name = "end_upload"), Description("Ends an upload and returns its hash.")]
        public unsafe string End() => Convert.ToHexString(SHA256.HashData(new ReadOnlySpan<byte>((void*)buffer, total)));

        public void Dispose() => Marshal.FreeHGlobal(buffer);
    }
}

namespace Fixed
{
    [McpServerToolType]
    public sealed class UploadTools
    {
        private const int MaxSize = 16 << 20;
        private byte[] buffer = [];

        [McpServerTool(Name = "begin_upload"), Description("Begins an upload of so many bytes.")]
        public void Begin(int size)
        {
            if (size is <= 0 or > MaxSize) throw new McpException($"The size is 1 to {MaxSize}.");
            buffer = new byte[size];
        }

        [McpServerTool(Name = "upload_chunk"), Description("Puts a chunk at an offset.")]
        public int Append(int offset, string chunk)
        {
            if (offset < 0 || offset > buffer.Length) throw new McpException("The offset is outside of the upload.");
            if (!Convert.TryFromBase64String(chunk, buffer.AsSpan(offset), out var written)) throw new McpException("The chunk is no base64 or too long.");
            return offset + written;
        }

        [McpServerTool(Name = "end_upload"), Description("Ends an upload and returns its hash.")]
        public string End() => Convert.ToHexString(SHA256.HashData(buffer));
    }
}
