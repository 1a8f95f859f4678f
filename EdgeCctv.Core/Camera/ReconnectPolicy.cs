namespace EdgeCctv.Core.Camera;

/// <summary>How often a camera that gives no picture is tried again. None of them ever gives up.</summary>
public enum ReconnectPolicy
{
    /// <summary>Ever more rarely, down to once a minute.</summary>
    Usual,

    /// <summary>Never more than 5 s apart: for a camera that must not be away for long once it can be had again.</summary>
    Eager,

    /// <summary>Once a minute from the sixth attempt on: for a camera that is away for hours by nature, or a network that is paid for by use.</summary>
    Sparing,
}
