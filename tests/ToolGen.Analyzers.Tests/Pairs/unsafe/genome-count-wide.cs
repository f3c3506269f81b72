// Counts bases of a sequence eight at a time; the end of the range comes from the call and the last read goes beyond the text.
using System;
using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public sealed class GenomePlugin
    {
        [KernelFunction("count_base"), Description("Counts a base of a sequence between two places.")]
        public int Count(string sequence, char letter, int from, int to)
        {
            var bytes = Encoding.ASCII.GetBytes(sequence);
            ref var start = ref MemoryMarshal.GetArrayDataReference(bytes);
            ulong pattern = (byte)letter * 0x0101010101010101UL;

            var count = 0;
            for (var i = from; i < to; i += sizeof(ulong))
            {
                var difference = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref start, i)) ^ pattern;
                var zero = ~(((difference & 0x7F7F7F7F7F7F7F7FUL) + 0x7F7F7F7F7F7F7F7FUL) | difference | 0x7F7F7F7F7F7F7F7FUL);
                count += BitOperations.PopCount(zero);
            }

            return count;
        }
    }
}

namespace Fixed
{
    public sealed class GenomePlugin
    {
        [KernelFunction("count_base"), Description("Counts a base of a sequence between two places.")]
        public int Count(string sequence, char letter, int from, int to)
        {
            var start = Math.Clamp(from, 0, sequence.Length);
            var end = Math.Clamp(to, start, sequence.Length);
            return sequence.AsSpan()[start..end].Count(letter);
        }
    }
}
