// Shows a window of a chat's history; the window is cut against the capacity of the store and made with a span over its first byte.
using System;
using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text;
using ModelContextProtocol.Server;

namespace Vulnerable
{
    public sealed class HistoryStore
    {
        public const int Capacity = 1 << 20;

        public byte[] Data { get; } = Encoding.UTF8.GetBytes("anna: hello\nben: hi\nanna: lunch?\n");
    }

    [McpServerToolType]
    public sealed class HistoryTools(HistoryStore store)
    {
        [McpServerTool(Name = "chat_history", ReadOnly = true), Description("First bytes of the history.")]
        public string Show([Description("How many bytes")] int bytes = 1024)
        {
            var length = Math.Clamp(bytes, 0, HistoryStore.Capacity);
            var window = MemoryMarshal.CreateReadOnlySpan(ref store.Data[0], length);
            return Encoding.UTF8.GetString(window);
        }
    }
}

namespace Fixed
{
    public sealed class HistoryStore
    {
        public byte[] Data { get; } = Encoding.UTF8.GetBytes("anna: hello\nben: hi\nanna: lunch?\n");
    }

    [McpServerToolType]
    public sealed class HistoryTools(HistoryStore store)
    {
        [McpServerTool(Name = "chat_history", ReadOnly = true), Description("First bytes of the history.")]
        public string Show([Description("How many bytes")] int bytes = 1024)
        {
            var length = Math.Clamp(bytes, 0, store.Data.Length);
            return Encoding.UTF8.GetString(store.Data.AsSpan(0, length));
        }
    }
}
