// Reads the table of items of a saved game; the number of items in the file is believed while references walk over it.
using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ToolGen;

namespace Vulnerable
{
    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    public struct Item
    {
        public int Id;
        public short Amount;
    }

    public sealed class SaveGameTools
    {
        /// <summary>Lists the items of a saved game.</summary>
        /// <param name="save">The saved game in base64.</param>
        [Tool(ReadOnly = true)]
        public IReadOnlyDictionary<int, int> ListItems(string save)
        {
            var bytes = Convert.FromBase64String(save);
            ref byte start = ref MemoryMarshal.GetArrayDataReference(bytes);
            int count = Unsafe.ReadUnaligned<int>(ref start);

            var items = new Dictionary<int, int>();
            for (var i = 0; i < count; i++)
            {
                var item = Unsafe.ReadUnaligned<Item>(ref Unsafe.AddByteOffset(ref start, (nint)(4 + i * Unsafe.SizeOf<Item>())));
                items[item.Id] = item.Amount;
            }

            return items;
        }
    }
}

namespace Fixed
{
    public sealed class SaveGameTools
    {
        private const int ItemSize = 6;

        /// <summary>Lists the items of a saved game.</summary>
        /// <param name="save">The saved game in base64.</param>
        [Tool(ReadOnly = true)]
        public IReadOnlyDictionary<int, int> ListItems(string save)
        {
            ReadOnlySpan<byte> bytes = Convert.FromBase64String(save);
            if (!BinaryPrimitives.TryReadInt32LittleEndian(bytes, out var count) || count < 0 || count > (bytes.Length - 4) / ItemSize)
            {
                throw new ToolException(ToolErrorCodes.BadData, "the saved game is damaged");
            }

            var items = new Dictionary<int, int>();
            for (var rest = bytes.Slice(4, count * ItemSize); !rest.IsEmpty; rest = rest[ItemSize..])
            {
                items[BinaryPrimitives.ReadInt32LittleEndian(rest)] = BinaryPrimitives.ReadInt16LittleEndian(rest[4..]);
            }

            return items;
        }
    }
}
