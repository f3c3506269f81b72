// Runs a small stack machine for puzzles; each opcode is an index into a table of function pointers and into a stack without ends.
using System;
using System.Collections.Generic;
using ToolGen;

namespace Vulnerable
{
    public static class PuzzleTools
    {
        /// <summary>Runs a program of the puzzle and returns the top of the stack.</summary>
        /// <param name="program">Opcodes: 0 adds, 1 multiplies, 2 copies the top; 100 and above push a number.</param>
        [Tool(ReadOnly = true)]
        public static unsafe int RunPuzzle(int[] program)
        {
            var table = stackalloc delegate*<int*, int*>[3];
            table[0] = &Add;
            table[1] = &Multiply;
            table[2] = &Copy;

            int* stack = stackalloc int[64];
            int* top = stack;
            foreach (var code in program)
            {
                if (code >= 100) *++top = code - 100;
                else top = table[code](top);
            }

            return *top;
        }

        private static unsafe int* Add(int* top)
        {
            top[-1] += *top;
            return top - 1;
        }

        private static unsafe int* Multiply(int* top)
        {
            top[-1] *= *top;
            return top - 1;
        }

        private static unsafe int* Copy(int* top)
        {
            top[1] = *top;
            return top + 1;
        }
    }
}

namespace Fixed
{
    public static class PuzzleTools
    {
        private const int Depth = 64;

        /// <summary>Runs a program of the puzzle and returns the top of the stack.</summary>
        /// <param name="program">Opcodes: 0 adds, 1 multiplies, 2 copies the top; 100 and above push a number.</param>
        [Tool(ReadOnly = true)]
        public static int RunPuzzle(int[] program)
        {
            var stack = new Stack<int>(Depth);
            foreach (var code in program)
            {
                switch (code)
                {
                    case 0 when stack.Count > 1:
                        stack.Push(unchecked(stack.Pop() + stack.Pop()));
                        break;
                    case 1 when stack.Count > 1:
                        stack.Push(unchecked(stack.Pop() * stack.Pop()));
                        break;
                    case 2 when stack.Count is > 0 and < Depth:
                        stack.Push(stack.Peek());
                        break;
                    case >= 100 when stack.Count < Depth:
                        stack.Push(code - 100);
                        break;
                    default:
                        throw new ToolException(ToolErrorCodes.InvalidInput, $"opcode {code} cannot be run here");
                }
            }

            return stack.TryPeek(out var top) ? top : 0;
        }
    }
}
