// Moves a robot arm under a lock; while one move hangs, every further call blocks a thread at the lock.
using System;
using System.ComponentModel.DataAnnotations;
using System.Threading;
using ToolGen;

namespace Vulnerable
{
    public interface IArm
    {
        void MoveTo(int axis, double degrees, CancellationToken cancellationToken);
    }

    public sealed class ArmTools(IArm arm)
    {
        private readonly object moving = new();

        /// <summary>Turns an axis of the arm.</summary>
        [Tool]
        public string Turn([Range(1, 6)] int axis, [Range(-180.0, 180.0)] double degrees)
        {
            lock (moving)
            {
                arm.MoveTo(axis, degrees, CancellationToken.None);
            }

            return $"axis {axis} is at {degrees:0.0}";
        }
    }
}

namespace Fixed
{
    public interface IArm
    {
        void MoveTo(int axis, double degrees, CancellationToken cancellationToken);
    }

    public sealed class ArmTools(IArm arm)
    {
        private readonly object moving = new();

        /// <summary>Turns an axis of the arm.</summary>
        [Tool(TimeoutSeconds = 30)]
        public string Turn([Range(1, 6)] int axis, [Range(-180.0, 180.0)] double degrees, CancellationToken cancellationToken)
        {
            if (!Monitor.TryEnter(moving, TimeSpan.FromSeconds(5)))
            {
                throw new ToolException(ToolErrorCodes.Unavailable, "the arm is moving");
            }

            try
            {
                arm.MoveTo(axis, degrees, cancellationToken);
            }
            finally
            {
                Monitor.Exit(moving);
            }

            return $"axis {axis} is at {degrees:0.0}";
        }
    }
}
