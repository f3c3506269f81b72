// Reads the head of a sound file; that there is enough text is checked, that there are enough bytes is not, and a pointer reads on.
using System;
using System.Buffers.Binary;
using System.ComponentModel;
using ModelContextProtocol;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    public sealed record WaveInfo(int Channels, int SampleRate, int BitsPerSample);

    [McpServerToolType]
    public static class WaveTools
    {
        [McpServerTool(Name = "wave_info", ReadOnly = true), Description("Reads channels and rate of a sound.")]
        public static unsafe WaveInfo Read([Description("The file in base64")] string data)
        {
            if (data.Length < 44) throw new McpException("The file is too short.");
            byte[] bytes = Convert.FromBase64String(data);
            fixed (byte* p = bytes)
            {
                int format = 12;
                while (*(int*)(p + format) != 0x20746D66) format += 8 + *(int*)(p + format + 4);
                return new WaveInfo(*(short*)(p + format + 10), *(int*)(p + format + 12), *(short*)(p + format + 22));
            }
        }
    }
}

namespace Fixed
{
    public sealed record WaveInfo(int Channels, int SampleRate, int BitsPerSample);

    [McpServerToolType]
    public static class WaveTools
    {
        [McpServerTool(Name = "wave_info", ReadOnly = true), Description("Reads channels and rate of a sound.")]
        public static WaveInfo Read([Description("The file in base64")] string data)
        {
            ReadOnlySpan<byte> rest = Convert.FromBase64String(data);
            if (rest.Length < 44) throw new McpException("The file is too short.");

            rest = rest[12..];
            while (rest.Length >= 24)
            {
                if (rest[..4].SequenceEqual("fmt "u8))
                {
                    return new WaveInfo(
                        BinaryPrimitives.ReadInt16LittleEndian(rest[10..]),
                        BinaryPrimitives.ReadInt32LittleEndian(rest[12..]),
                        BinaryPrimitives.ReadInt16LittleEndian(rest[22..]));
                }

                uint length = BinaryPrimitives.ReadUInt32LittleEndian(rest[4..]);
                if (length > (uint)rest.Length - 8) break;
                rest = rest[(8 + (int)length)..];
            }

            throw new McpException("The file has no format.");
        }
    }
}
