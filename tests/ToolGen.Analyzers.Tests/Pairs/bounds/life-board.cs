// Plays the game of life on an empty board with a glider; the check multiplies two ints, and the product wraps around.
using System;
using System.ComponentModel;
using Microsoft.Extensions.AI;

namespace Vulnerable
{
    public static class LifeGame
    {
        public static AIFunction Tool { get; } = AIFunctionFactory.Create(
            Play, name: "play_life", description: "Living cells after some generations of a glider.");

        private static int Play(int width, int height, int generations = 10)
        {
            if (width < 3 || height < 3 || width * height > 1_000_000 || generations > 100) return -1;

            var rows = new bool[height][];
            for (var y = 0; y < height; y++) rows[y] = new bool[width];
            (rows[0][1], rows[1][2], rows[2][0], rows[2][1], rows[2][2]) = (true, true, true, true, true);
            for (var g = 0; g < generations; g++) rows = Next(rows, width, height);

            var alive = 0;
            foreach (var row in rows) alive += row.AsSpan().Count(true);
            return alive;
        }

        private static bool[][] Next(bool[][] old, int width, int height)
        {
            var rows = new bool[height][];
            for (var y = 0; y < height; y++)
            {
                rows[y] = new bool[width];
                for (var x = 0; x < width; x++)
                {
                    var n = 0;
                    for (var dy = -1; dy <= 1; dy++)
                        for (var dx = -1; dx <= 1; dx++)
                            if ((dx, dy) != (0, 0) && old[(y + dy + height) % height][(x + dx + width) % width]) n++;
                    rows[y][x] = n == 3 || (n == 2 && old[y][x]);
                }
            }

            return rows;
        }
    }
}

namespace Fixed
{
    public static class LifeGame
    {
        public static AIFunction Tool { get; } = AIFunctionFactory.Create(
            Play, name: "play_life", description: "Living cells after some generations of a glider.");

        private static int Play(int width, int height, int generations = 10)
        {
            if (width is < 3 or > 500 || height is < 3 or > 500 || generations is < 0 or > 100) return -1;

            var rows = new bool[height][];
            for (var y = 0; y < height; y++) rows[y] = new bool[width];
            (rows[0][1], rows[1][2], rows[2][0], rows[2][1], rows[2][2]) = (true, true, true, true, true);
            for (var g = 0; g < generations; g++) rows = Next(rows, width, height);

            var alive = 0;
            foreach (var row in rows) alive += row.AsSpan().Count(true);
            return alive;
        }

        private static bool[][] Next(bool[][] old, int width, int height)
        {
            var rows = new bool[height][];
            for (var y = 0; y < height; y++)
            {
                rows[y] = new bool[width];
                for (var x = 0; x < width; x++)
                {
                    var n = 0;
                    for (var dy = -1; dy <= 1; dy++)
                        for (var dx = -1; dx <= 1; dx++)
                            if ((dx, dy) != (0, 0) && old[(y + dy + height) % height][(x + dx + width) % width]) n++;
                    rows[y][x] = n == 3 || (n == 2 && old[y][x]);
                }
            }

            return rows;
        }
    }
}
