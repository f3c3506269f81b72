// Writes a score at a place of the board; only the upper end is checked before a reference is moved.
using System;
using System.ComponentModel;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    internal static class ArrayExtensions
    {
        public static ref T At<T>(this T[] array, int index)
        {
            if (index >= array.Length) throw new IndexOutOfRangeException();
            return ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(array), index);
        }
    }

    public sealed class ScorePlugin
    {
        private readonly int[] scores = new int[10];

        [KernelFunction("set_score"), Description("Writes a score at a place, 1 to 10.")]
        public string Set(int place, int score)
        {
            scores.At(place - 1) = score;
            return string.Join(' ', scores);
        }

        [KernelFunction("get_score"), Description("Reads the score of a place, 1 to 10.")]
        public int Get(int place) => scores.At(place - 1);
    }
}

namespace Fixed
{
    public sealed class ScorePlugin
    {
        private readonly int[] scores = new int[10];

        [KernelFunction("set_score"), Description("Writes a score at a place, 1 to 10.")]
        public string Set(int place, int score)
        {
            if ((uint)(place - 1) >= (uint)scores.Length) throw new KernelException("The place is 1 to 10.");
            scores[place - 1] = score;
            return string.Join(' ', scores);
        }

        [KernelFunction("get_score"), Description("Reads the score of a place, 1 to 10.")]
        public int Get(int place) => place is >= 1 and <= 10 ? scores[place - 1] : throw new KernelException("The place is 1 to 10.");
    }
}
