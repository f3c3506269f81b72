// Takes the payload out of a telemetry frame; the length in the frame is held against the largest frame, not against this one.
using System;
using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text;
using ModelContextProtocol;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    [McpServerToolType]
    public sealed class TelemetryTools
    {
        private const int MaxPayload = 65_535;

        [McpServerTool(Name = "decode_frame"), Description("Decodes a frame of telemetry.")]
        public string Decode([Description("Frame as hex")] string frame)
        {
            var bytes = Convert.FromHexString(frame);
            var memory = Marshal.AllocHGlobal(bytes.Length);
            try
            {
                Marshal.Copy(bytes, 0, memory, bytes.Length);
                int length = Marshal.ReadByte(memory, 0) << 8 | Marshal.ReadByte(memory, 1);
                if (length > MaxPayload) throw new McpException("The frame is damaged.");

                var payload = new byte[length];
                Marshal.Copy(memory + 2, payload, 0, length);
                return Encoding.Latin1.GetString(payload);
            }
            finally
            {
                Marshal.FreeHGlobal(memory);
            }
        }
    }
}

namespace Fixed
{
    [McpServerToolType]
    public sealed class TelemetryTools
    {
        [McpServerTool(Name = "decode_frame"), Description("Decodes a frame of telemetry.")]
        public string Decode([Description("Frame as hex")] string frame)
        {
            byte[] bytes = Convert.FromHexString(frame);
            if (bytes is not [var high, var low, ..]) throw new McpException("The frame is too short.");

            int length = high << 8 | low;
            if (length > bytes.Length - 2) throw new McpException("The frame is damaged.");
            return Encoding.Latin1.GetString(bytes, 2, length);
        }
    }
}
