// Cuts a patch of a height map; memory for the patch is taken before its size is looked at.
using System;
using System.Linq;
using ToolGen;

namespace Vulnerable
{
    public readonly record struct Patch(int Rows, int Columns, double Highest);

    public sealed class TerrainTools
    {
        private const int MaxCells = 250_000;

        /// <summary>The highest point of a patch of terrain.</summary>
        [Tool(Capabilities = ["random"])]
        public Patch HighestPoint(ToolContext context, int rows, int columns)
        {
            var cells = Enumerable.Range(0, rows).Select(_ => new double[columns]).ToArray();
            if ((long)rows * columns > MaxCells)
            {
                throw new ToolException("invalid_input", "the patch is too large");
            }

            foreach (var row in cells)
                for (var i = 0; i < row.Length; i++) row[i] = context.Random.NextDouble() * 4000;
            return new Patch(rows, columns, cells.SelectMany(r => r).DefaultIfEmpty().Max());
        }
    }
}

namespace Fixed
{
    public readonly record struct Patch(int Rows, int Columns, double Highest);

    public sealed class TerrainTools
    {
        private const int MaxCells = 250_000;

        /// <summary>The highest point of a patch of terrain.</summary>
        [Tool(Capabilities = ["random"])]
        public Patch HighestPoint(ToolContext context, int rows, int columns)
        {
            if (rows < 1 || columns < 1 || (long)rows * columns > MaxCells)
            {
                throw new ToolException("invalid_input", "the patch is too large");
            }

            var cells = Enumerable.Range(0, rows).Select(_ => new double[columns]).ToArray();
            foreach (var row in cells)
                for (var i = 0; i < row.Length; i++) row[i] = context.Random.NextDouble() * 4000;
            return new Patch(rows, columns, cells.SelectMany(r => r).DefaultIfEmpty().Max());
        }
    }
}
