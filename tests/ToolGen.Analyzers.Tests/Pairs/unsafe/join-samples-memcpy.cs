// Joins two tracks of samples; memcpy gets a count that the call states for each track.
using System;
using System.ComponentModel;
using System.Linq;
using System.Runtime.InteropServices;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    public sealed record Track(short[] Samples, int Count);

    public sealed class AudioPlugin
    {
        [DllImport("libc", CallingConvention = CallingConvention.Cdecl)]
        private static extern unsafe void* memcpy(void* destination, void* source, nuint count);

        [KernelFunction("join_tracks"), Description("Joins two tracks.")]
        public unsafe short[] Join(Track first, Track second)
        {
            var joined = new short[first.Count + second.Count];
            fixed (short* target = joined, a = first.Samples, b = second.Samples)
            {
                memcpy(target, a, (nuint)(first.Count * sizeof(short)));
                memcpy(target + first.Count, b, (nuint)(second.Count * sizeof(short)));
            }

            return joined;
        }
    }
}

namespace Fixed
{
    public sealed record Track(short[] Samples, int Count);

    public sealed class AudioPlugin
    {
        [KernelFunction("join_tracks"), Description("Joins two tracks.")]
        public short[] Join(Track first, Track second)
        {
            if (first.Count < 0 || first.Count > first.Samples.Length || second.Count < 0 || second.Count > second.Samples.Length)
            {
                throw new KernelException("A track has fewer samples than it says.");
            }

            return [.. first.Samples.AsSpan(0, first.Count), .. second.Samples.AsSpan(0, second.Count)];
        }
    }
}
