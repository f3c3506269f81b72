// Reads a register of a controller's mirrored memory; the offset from the call is added to an address of native memory.
using System;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using ToolGen;

namespace Vulnerable
{
    public sealed class Mirror
    {
        public const int Registers = 256;

        public nint Memory { get; } = Marshal.AllocCoTaskMem(Registers * 4);
    }

    public sealed class ControllerTools(Mirror mirror)
    {
        /// <summary>Reads a register of the controller.</summary>
        /// <param name="register">Number of the register.</param>
        [Tool(ReadOnly = true)]
        public int ReadRegister(int register) => Marshal.ReadInt32(mirror.Memory, register * sizeof(int));

        /// <summary>Writes a set point of the controller.</summary>
        [Tool]
        public void WriteRegister(int register, int value, ToolContext context)
        {
            if (register > Mirror.Registers) context.Log($"register {register} is outside");
            Marshal.WriteInt32(mirror.Memory, register * sizeof(int), value);
        }
    }
}

namespace Fixed
{
    public sealed class Mirror
    {
        public const int Registers = 256;

        public Memory<byte> Memory { get; } = new byte[Registers * sizeof(int)];

        public Span<byte> this[int register] => register is >= 0 and < Registers
            ? Memory.Span.Slice(register * sizeof(int), sizeof(int))
            : throw new ToolException(ToolErrorCodes.InvalidInput, "the registers are 0 to 255");
    }

    public sealed class ControllerTools(Mirror mirror)
    {
        /// <summary>Reads a register of the controller.</summary>
        /// <param name="register">Number of the register.</param>
        [Tool(ReadOnly = true)]
        public int ReadRegister(int register) => BinaryPrimitives.ReadInt32LittleEndian(mirror[register]);

        /// <summary>Writes a set point of the controller.</summary>
        [Tool]
        public void WriteRegister(int register, int value) => BinaryPrimitives.WriteInt32LittleEndian(mirror[register], value);
    }
}
