// Reads records of a mapped index; the first one is checked to be inside, the number of them is not.
using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.IO;
using System.IO.MemoryMappedFiles;
using Microsoft.Extensions.AI;

namespace Vulnerable
{
    public sealed class IndexReader : IDisposable
    {
        private readonly MemoryMappedFile file = MemoryMappedFile.CreateFromFile(Path.Combine(AppContext.BaseDirectory, "stars.idx"), FileMode.Open);
        private readonly MemoryMappedViewAccessor view;

        public IndexReader() => view = file.CreateViewAccessor();

        public AIFunction Tool => AIFunctionFactory.Create(Read, "read_stars", "Reads magnitudes of stars from an index.");

        private unsafe List<float> Read([Description("First star")] long first, [Description("How many")] int count)
        {
            if (first < 0 || first >= view.Capacity / sizeof(float)) return [];
            byte* start = null;
            view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
            try
            {
                var stars = new List<float>();
                for (var p = (float*)start + first; count > 0; p++, count--) stars.Add(*p);
                return stars;
            }
            finally
            {
                view.SafeMemoryMappedViewHandle.ReleasePointer();
            }
        }

        public void Dispose() => file.Dispose();
    }
}

namespace Fixed
{
    public sealed class IndexReader : IDisposable
    {
        private readonly MemoryMappedFile file = MemoryMappedFile.CreateFromFile(Path.Combine(AppContext.BaseDirectory, "stars.idx"), FileMode.Open);
        private readonly MemoryMappedViewAccessor view;

        public IndexReader() => view = file.CreateViewAccessor();

        public AIFunction Tool => AIFunctionFactory.Create(Read, "read_stars", "Reads magnitudes of stars from an index.");

        private List<float> Read([Description("First star")] long first, [Description("How many")] int count)
        {
            var total = view.Capacity / sizeof(float);
            if (first < 0 || first >= total) return [];

            var stars = new float[(int)Math.Min(Math.Clamp(count, 0, 10_000), total - first)];
            var read = view.ReadArray(first * sizeof(float), stars, 0, stars.Length);
            return [.. stars.AsSpan(0, read)];
        }

        public void Dispose()
        {
            view.Dispose();
            file.Dispose();
        }
    }
}
