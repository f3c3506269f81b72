// Shows the newest values of a sensor; the list is made longer than what is in it, and a longer span still is made over its first value.
using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.InteropServices;
using Microsoft.Extensions.AI;

namespace Vulnerable
{
    public sealed class SensorRing
    {
        private readonly List<long> values = new(4096);

        public IEnumerable<AIFunction> Functions()
        {
            yield return AIFunctionFactory.Create((long value) => values.Add(value), "add_value");
            yield return AIFunctionFactory.Create(Newest, "newest_values");
            yield return AIFunctionFactory.Create(values.Clear, "clear_values");
        }

        private long[] Newest(int count)
        {
            if (count > values.Count && count <= values.Capacity) CollectionsMarshal.SetCount(values, count);
            var span = CollectionsMarshal.AsSpan(values);
            return MemoryMarshal.CreateSpan(ref MemoryMarshal.GetReference(span), count).ToArray();
        }
    }
}

namespace Fixed
{
    public sealed class SensorRing
    {
        private readonly List<long> values = [];

        public IEnumerable<AIFunction> Functions()
        {
            yield return AIFunctionFactory.Create(Add, "add_value");
            yield return AIFunctionFactory.Create(Newest, "newest_values");
            yield return AIFunctionFactory.Create(values.Clear, "clear_values");
        }

        private void Add(long value)
        {
            if (values.Count == 4096) values.RemoveAt(0);
            values.Add(value);
        }

        private long[] Newest(int count)
        {
            var start = Math.Max(0, values.Count - Math.Max(0, count));
            return [.. values.Skip(start)];
        }
    }
}
