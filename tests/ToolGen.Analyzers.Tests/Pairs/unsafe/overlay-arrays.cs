// Reads bytes as numbers; two arrays of other types lie over each other, and the length of the one is not that of the other.
using System;
using System.Buffers.Binary;
using System.ComponentModel;
using System.Linq;
using System.Runtime.InteropServices;
using Microsoft.SemanticKernel;

namespace Vulnerable
{
    [StructLayout(LayoutKind.Explicit)]
    public struct Overlay
    {
        [FieldOffset(0)] public byte[] Bytes;
        [FieldOffset(0)] public double[] Numbers;
    }

    public sealed class MeasurementPlugin
    {
        [KernelFunction("read_measurements"), Description("Reads measurements that are packed in base64.")]
        public double[] Read(string packed, int count)
        {
            var overlay = new Overlay { Bytes = Convert.FromBase64String(packed) };
            var numbers = overlay.Numbers;
            return Enumerable.Range(0, Math.Min(count, numbers.Length)).Select(i => numbers[i]).ToArray();
        }
    }
}

namespace Fixed
{
    public sealed class MeasurementPlugin
    {
        [KernelFunction("read_measurements"), Description("Reads measurements that are packed in base64.")]
        public double[] Read(string packed, int count)
        {
            var bytes = Convert.FromBase64String(packed);
            var numbers = new double[Math.Clamp(count, 0, bytes.Length / sizeof(double))];
            for (var i = 0; i < numbers.Length; i++)
            {
                numbers[i] = BinaryPrimitives.ReadDoubleLittleEndian(bytes.AsSpan(i * sizeof(double)));
            }

            return numbers;
        }
    }
}
